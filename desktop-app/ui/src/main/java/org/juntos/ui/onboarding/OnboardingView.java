package org.juntos.ui.onboarding;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.SessionView;

/// Shows the card of the present step in the middle of the window.
public final class OnboardingView extends ScrollPane implements AutoCloseable {
  private static final int STEPS = 3;

  private final Steps steps;
  private final StackPane card = new StackPane();
  private final HBox dots = new HBox();
  private final Subscription watch;
  private @Nullable Object shown;
  private @Nullable Form form;

  /// @param relay proposed to someone new; may be empty
  public OnboardingView(OnboardingViewModel model, String relay) {
    steps = new Steps(model, relay);
    getStyleClass().addAll("onboarding", "edge-to-edge");
    card.getStyleClass().add("onboarding-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    dots.getStyleClass().add("step-dots");
    dots.setAlignment(Pos.CENTER);
    var logo = new Label("juntos");
    logo.getStyleClass().add("wordmark");
    var column = new VBox(logo, card, dots);
    column.getStyleClass().add("onboarding-column");
    column.setAlignment(Pos.CENTER);
    setContent(column);
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    watch = model.session().subscribe(this::show);
  }

  @Override
  public void close() {
    watch.unsubscribe();
    if (form != null) {
      form.close();
    }
  }

  /// Puts the caret where typing starts.
  public void focusFirst() {
    if (form != null) {
      form.lookupAll(".text-input").stream().findFirst().ifPresent(Node::requestFocus);
    }
  }

  private void show(@Nullable SessionView session) {
    if (session == null || identity(session).equals(shown)) {
      return;
    }
    shown = identity(session);
    if (form != null) {
      form.close();
    }
    form = steps.of(session);
    card.getChildren().setAll(form);
    drawDots(session);
    focusFirst();
  }

  /// A session that differs in this way needs another card.
  private static Object identity(SessionView session) {
    return switch (session) {
      case SessionView.Ready _, SessionView.Unregistered _ -> session.getClass();
      default -> session;
    };
  }

  private void drawDots(SessionView session) {
    var step =
        switch (session) {
          case SessionView.Unregistered _ -> 0;
          case SessionView.CodeSent _, SessionView.PinNeeded _, SessionView.Linking _ -> 1;
          case SessionView.CodeConfirmed _, SessionView.LinkAccepted _ -> 2;
          default -> -1;
        };
    dots.getChildren().clear();
    for (var i = 0; i < STEPS && step >= 0; i++) {
      var dot = new Region();
      dot.getStyleClass().add(i == step ? "step-dot-current" : "step-dot");
      dots.getChildren().add(dot);
    }
    dots.setAccessibleText(step < 0 ? "" : "Step " + (step + 1) + " of " + STEPS);
  }
}
