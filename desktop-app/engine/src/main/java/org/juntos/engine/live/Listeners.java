package org.juntos.engine.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.Live;

/// Who hears of events.
final class Listeners {
  private final List<Consumer<? super Event>> listeners = new CopyOnWriteArrayList<>();

  Live.Watch add(Consumer<? super Event> listener) {
    Consumer<Event> own = listener::accept; // so that one listener may listen twice
    listeners.add(own);
    return () -> listeners.remove(own);
  }

  void publish(Event event) {
    listeners.forEach(listener -> listener.accept(event));
  }
}
