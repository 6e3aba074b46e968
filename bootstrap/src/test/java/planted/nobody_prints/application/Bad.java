package planted.nobody_prints.application;

final class Bad {
    void say() {
        System.out.println("hello");
    }
}
