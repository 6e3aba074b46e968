package com.example.reels;

import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

public final class Main {

    private Main() {}

    /** Arguments: JDBC URL, user, password. */
    public static void main(String[] args) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(DataSource.class, () -> new DriverManagerDataSource(args[0], args[1], args[2]));
            context.register(StoreConfiguration.class);
            context.refresh();
            Encoder encoder = context.getBean(Encoder.class);
            encoder.submit("video123");
            encoder.drain();
            System.out.println("encoded: " + encoder.encoded("video123"));
        }
    }
}
