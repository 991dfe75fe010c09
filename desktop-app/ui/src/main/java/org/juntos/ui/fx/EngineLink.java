package org.juntos.ui.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.util.Subscription;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intents;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.Live;
import org.juntos.engine.model.Models;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine as view models see it: values arrive on the JavaFX thread, intents run elsewhere and
/// their outcomes come back to it.
public final class EngineLink {
  private static final Logger LOG = LoggerFactory.getLogger(EngineLink.class);

  private final Intents intents;
  private final Models models;
  private final FxThread fx;
  private final Executor background;

  /// @param background runs what blocks: a virtual thread for each piece of work
  public EngineLink(Intents intents, Models models, FxThread fx, Executor background) {
    this.intents = intents;
    this.models = models;
    this.fx = fx;
    this.background = background;
  }

  /// What may be watched. Calls that block belong into [#fetch].
  public Models models() {
    return models;
  }

  /// Calls `observer` on the JavaFX thread with the newest value, now and after changes. Whoever
  /// watches ends it.
  public <T> Subscription watch(Live<T> live, Consumer<? super T> observer) {
    var bridge = new Coalesced<T>(fx, observer);
    var watch = live.watch(bridge);
    return () -> {
      bridge.close();
      watch.close();
    };
  }

  /// Calls `listener` on the JavaFX thread for every event, in order.
  public Subscription events(Consumer<? super Event> listener) {
    var open = new AtomicBoolean(true);
    var watch =
        models.events(event ->
            fx.run(() -> {
              if (open.get()) {
                listener.accept(event);
              }
            }));
    return () -> {
      open.set(false);
      watch.close();
    };
  }

  /// Submits on a thread of its own; `whenDone` gets the outcome on the JavaFX thread.
  public void submit(Intent intent, Consumer<? super Outcome> whenDone) {
    background.execute(() -> deliver(intent, whenDone));
  }

  /// Submits; `complain` is told on the JavaFX thread when it is refused.
  public void attempt(Intent intent, Consumer<? super Problem> complain) {
    submit(
        intent,
        outcome -> {
          if (outcome instanceof Outcome.Refused(var problem)) {
            complain.accept(problem);
          }
        });
  }

  /// Submits after everything that was given to `lane` before.
  public void submit(Lane lane, Intent intent, Consumer<? super Outcome> whenDone) {
    lane.add(() -> deliver(intent, whenDone));
  }

  /// A new queue for intents that must keep their order.
  public Lane lane() {
    return new Lane(background);
  }

  /// Asks something that blocks; `answer` gets it on the JavaFX thread.
  public <T> void fetch(Supplier<T> question, Consumer<? super T> answer) {
    background.execute(() -> {
      var value = question.get();
      fx.run(() -> answer.accept(value));
    });
  }

  /// Runs `work` away from the JavaFX thread.
  public void background(Runnable work) {
    background.execute(work);
  }

  /// Runs `work` on the JavaFX thread.
  public void onFx(Runnable work) {
    fx.run(work);
  }

  private void deliver(Intent intent, Consumer<? super Outcome> whenDone) {
    try {
      var outcome = outcome(intent);
      fx.run(() -> whenDone.accept(outcome));
    } catch (InterruptedException _) { // the program ends: nobody waits for the outcome
      Thread.currentThread().interrupt();
    }
  }

  private Outcome outcome(Intent intent) throws InterruptedException {
    try {
      return intents.submit(intent);
    } catch (RuntimeException bug) { // the end of the line: told to the person, logged once
      LOG.error("intent {} failed", intent.getClass().getSimpleName(), bug);
      return new Outcome.Refused(
          Problem.local(
              "internal",
              "Something went wrong inside Juntos.",
              "Try again. If it happens again, restart Juntos."));
    }
  }
}
