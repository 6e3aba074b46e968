package dev.reelstore.adapter.inmemory;

import org.jspecify.annotations.Nullable;

/** Runs each call in a unit of its own, or in the one that is open on the calling thread. Safe from any thread. */
final class JoiningCalls implements Calls {

    private final Memory memory;
    private final OpenUnits units;

    JoiningCalls(Memory memory, OpenUnits units) {
        this.memory = memory;
        this.units = units;
    }

    @Override
    public <T extends @Nullable Object> T read(Call<T> call) {
        InMemoryUnit open = units.current();
        if (open != null) {
            return open.read(call);
        }
        memory.checkOpen();
        return call.on(Overlay.ofOneCall(memory));
    }

    @Override
    public <T extends @Nullable Object> T write(Call<T> call) {
        InMemoryUnit open = units.current();
        return open != null ? open.write(call) : writeAlone(call);
    }

    private <T extends @Nullable Object> T writeAlone(Call<T> call) {
        memory.checkOpen();
        Overlay overlay = Overlay.ofOneCall(memory);
        T answer;
        try {
            answer = call.on(overlay);
            overlay.commit();
        } finally {
            overlay.end();
        }
        overlay.signal();
        return answer;
    }
}
