package org.juntos.engine.problem;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.UntrustedRelayException;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.wire.ErrorCode;

/// Every problem that the engine can report. Codes are stable; the table is in the module's README.
public final class Problems {
  private static final Map<String, Words> WORDS = ProblemWords.all();

  private Problems() {}

  /// The problem of a code.
  ///
  /// @throws IllegalArgumentException when there is no such code: a fault of ours
  public static Problem of(String code) {
    var words = WORDS.get(code);
    if (words == null) {
      throw new IllegalArgumentException("no problem of code " + code);
    }
    return Problem.local(code, words.sentence(), words.nextStep());
  }

  /// Whether there are words for a code.
  public static boolean knows(String code) {
    return WORDS.containsKey(code);
  }

  /// The problem of a code with a sentence that says more than the usual one.
  public static Problem of(String code, String sentence) {
    return Problem.local(code, sentence, of(code).nextStep());
  }

  /// The same as the answer to an intent.
  public static Outcome refused(String code) {
    return new Outcome.Refused(of(code));
  }

  /// A refusal of the relay, in words for a person.
  public static Problem of(RelayResult.Refused<?> refused) {
    var code = refused.code().text();
    var words = of(knows(code) ? code : "internal");
    boolean locked = refused.code() == ErrorCode.REGISTRATION_LOCKED; // a PIN helps, not patience
    var wait = locked ? null : refused.retryAfter();
    var next = wait == null ? words.nextStep() : "Try again in " + inWords(wait) + ".";
    return new Problem(code, words.sentence(), next, refused.requestId());
  }

  /// The same as the answer to an intent.
  public static Outcome refused(RelayResult.Refused<?> refused) {
    return new Outcome.Refused(of(refused));
  }

  /// The problem of a code with a next step that says more than the usual one.
  public static Problem withNext(String code, String nextStep) {
    return Problem.local(code, of(code).sentence(), nextStep);
  }

  /// A request to the relay whose answer is the answer to an intent.
  @FunctionalInterface
  public interface Request {
    Outcome send() throws IOException;
  }

  /// What it says, or that it is not there.
  public static Outcome answered(Request request) {
    try {
      return request.send();
    } catch (UntrustedRelayException _) {
      return refused("relay-untrusted");
    } catch (IOException _) {
      return refused("offline");
    }
  }

  /// Whether a message with this code is still tried by itself.
  public static boolean isForNow(String code) {
    return code.equals("mailbox-full");
  }

  /// Why a message was not sent, for its bubble: one sentence with what to do.
  public static String failureSentence(String code) {
    var problem = of(knows(code) ? code : "refused");
    return problem.nextStep().isEmpty()
        ? problem.sentence()
        : problem.sentence() + " " + problem.nextStep();
  }

  static String inWords(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    if (seconds < 120) {
      return seconds + (seconds == 1 ? " second" : " seconds");
    }
    return (seconds + 59) / 60 + " minutes";
  }

  /// @param nextStep empty when there is nothing to do
  record Words(String sentence, String nextStep) {}
}
