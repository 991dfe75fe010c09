package org.juntos.ui.compose;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.model.RecordingView;
import org.juntos.media.record.RecordedPart;
import org.juntos.media.record.Recorder;
import org.juntos.media.record.RecorderFactory;
import org.juntos.media.record.RecorderListener;
import org.juntos.media.record.RecordingEnd;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.fx.Lane;
import org.juntos.wire.Bytes;

/// The voice message that is made in one conversation. What was said is handed to the engine every
/// two seconds, so it is there again after a restart, or when the person comes back to the
/// conversation. JavaFX thread only.
public final class RecordingModel {
  private final EngineLink engine;
  private final ConversationId conversation;
  private final Consumer<Problem> complain;
  private final Lane lane;
  private final ReadOnlyObjectWrapper<RecordingState> state =
      new ReadOnlyObjectWrapper<>(new RecordingState.None());
  private @Nullable Take take;
  private Supplier<@Nullable MessageId> replyTo = () -> null;
  private Runnable whenSent = () -> {};

  /// @param complain told what went wrong
  RecordingModel(EngineLink engine, ConversationId conversation, Consumer<Problem> complain) {
    this.engine = engine;
    this.conversation = conversation;
    this.complain = complain;
    lane = engine.lane();
    var kept =
        engine.models().conversations().value().stream()
            .anyMatch(one -> one.id().equals(conversation) && !one.kept().recorded().isZero());
    if (kept) {
      look(false);
    }
  }

  /// What it replies to when it is sent; called then.
  void replyTo(Supplier<@Nullable MessageId> message) {
    replyTo = message;
  }

  /// Calls after one was sent.
  void whenSent(Runnable sent) {
    whenSent = sent;
  }

  /// How far it is.
  ReadOnlyObjectProperty<RecordingState> state() {
    return state.getReadOnlyProperty();
  }

  boolean isNone() {
    return state.get() instanceof RecordingState.None;
  }

  boolean isListening() {
    return state.get() instanceof RecordingState.Listening;
  }

  /// Begins to listen, when there is no recording yet.
  ///
  /// @param input see [RecorderFactory#open]
  void start(RecorderFactory recorders, String input) {
    if (isNone()) {
      state.set(RecordingState.Listening.BEGUN);
      var fresh = new Take();
      take = fresh;
      fresh.recorder = recorders.open(input, fresh);
    }
  }

  /// Listens no more, or again.
  void pause(boolean paused) {
    var running = take;
    if (running != null && state.get() instanceof RecordingState.Listening listening) {
      if (paused) {
        running.recorder().pause();
      } else {
        running.recorder().resume();
      }
      state.set(listening.paused(paused));
    }
  }

  /// Ends the recording, to be heard before it is sent.
  void stop() {
    var running = take;
    if (running != null) {
      running.recorder().stop();
    }
  }

  /// Sends it, when all of it is there.
  void send() {
    var running = take;
    if (running != null) {
      running.sends = true;
      running.recorder().stop();
    } else if (state.get() instanceof RecordingState.Recorded(var recording)) {
      submit(recording);
    }
  }

  private void submit(RecordingView recording) {
    state.set(new RecordingState.Sending(recording));
    engine.submit(
        lane,
        new VoiceIntent.Send(conversation, replyTo.get(), false),
        outcome -> {
          if (outcome instanceof Outcome.Refused(var problem)) {
            state.set(new RecordingState.Recorded(recording));
            complain.accept(problem);
          } else {
            state.set(new RecordingState.None());
            whenSent.run();
          }
        });
  }

  /// Forgets it.
  void discard() {
    var running = take;
    if (running != null) {
      take = null;
      running.recorder().close();
    }
    state.set(new RecordingState.None());
    engine.submit(lane, new VoiceIntent.Discard(conversation), _ -> {}); // or none was kept yet
  }

  private void look(boolean sends) {
    engine.<Optional<RecordingView>>fetch(
        () -> Optional.ofNullable(engine.models().handling().recording(conversation)),
        found -> found(found.orElse(null), sends));
  }

  private void found(@Nullable RecordingView recording, boolean sends) {
    if (take != null) {
      return; // another one was begun meanwhile
    }
    if (recording == null || recording.ogg().isEmpty()) {
      state.set(new RecordingState.None());
    } else if (sends) {
      submit(recording);
    } else {
      state.set(new RecordingState.Recorded(recording));
    }
  }

  private void tell(RecordingEnd why, boolean kept) {
    var problem = RecordingWords.problem(why, kept);
    if (problem != null) {
      complain.accept(problem);
    }
  }

  /// One recording from its beginning to its end. Told on threads of the recorder.
  private final class Take implements RecorderListener {
    private @Nullable Recorder recorder;
    private boolean sends;
    private int parts;
    private int waiting;
    private Duration kept = Duration.ZERO;
    private @Nullable RecordingEnd end;

    private Recorder recorder() {
      var open = recorder;
      if (open == null) {
        throw new IllegalStateException("not opened yet");
      }
      return open;
    }

    @Override
    public void heard(Duration length, double loudness, boolean mute) {
      engine.onFx(() -> {
        if (take == this && state.get() instanceof RecordingState.Listening listening) {
          state.set(listening.heard(length, loudness, mute));
        }
      });
    }

    @Override
    public void part(RecordedPart part) {
      engine.onFx(() -> {
        if (take == this) {
          keep(part);
        }
      });
    }

    @Override
    public void ended(RecordingEnd why) {
      engine.onFx(() -> {
        if (take == this) {
          end = why;
          settle();
        }
      });
    }

    private void keep(RecordedPart part) {
      waiting++;
      var intent =
          new VoiceIntent.Keep(
              conversation,
              parts++,
              Bytes.of(part.ogg().toArray()),
              part.length(),
              Bytes.of(part.levels().toArray()));
      engine.submit(lane, intent, outcome -> kept(outcome, part));
    }

    private void kept(Outcome outcome, RecordedPart part) {
      waiting--;
      if (outcome instanceof Outcome.Refused(var problem) && take == this) {
        recorder().close(); // what was kept before stays
        complain.accept(problem);
        end = RecordingEnd.STOPPED;
      } else {
        kept = part.length();
      }
      settle();
    }

    /// When all that was said is kept, it is there to be heard.
    private void settle() {
      var why = end;
      if (take == this && why != null && waiting == 0) {
        take = null;
        tell(why, !kept.isZero());
        look(sends && why != RecordingEnd.FAILED);
      }
    }
  }
}
