package planted.ports_are_interfaces_of_the_domain.domain;

public class FileStore {}
