package org.juntos.cli.verb;

import java.util.LinkedHashMap;
import java.util.Map;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.intent.Problem;

/// Why something could not be done. Expected: what was asked, the relay or the network causes it.
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public Refusal(Problem problem) {
    super(problem.code() + ": " + problem.sentence(), null, false, false);
    this.problem = problem;
  }

  /// A problem that the command line itself finds.
  public static Refusal of(String code, String sentence, String nextStep) {
    return new Refusal(Problem.local(code, sentence, nextStep));
  }

  public Problem problem() {
    return problem;
  }

  /// What goes to standard error.
  public Line line() {
    var error = new LinkedHashMap<String, Object>();
    error.put("code", problem.code());
    error.put("message", problem.sentence());
    error.put("nextStep", problem.nextStep());
    error.put("requestId", problem.requestId());
    return new Line(Map.of("error", error), text());
  }

  private String text() {
    var text = "error: " + problem.code() + ": " + PlainText.safe(problem.sentence());
    text += problem.nextStep().isEmpty() ? "" : " " + problem.nextStep();
    return problem.requestId().isEmpty() ? text : text + " (request " + problem.requestId() + ")";
  }
}
