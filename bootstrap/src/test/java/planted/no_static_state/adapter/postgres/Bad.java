package planted.no_static_state.adapter.postgres;

final class Bad {
    static int calls;
}
