package org.juntos.gallery.art;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.function.Consumer;
import org.juntos.gallery.art.Pingo.Eyes;
import org.juntos.gallery.art.Pingo.Mouth;

/// The stickers of the pack, each with what it stands for and what it shows.
final class Scenes {
  private static final double MIDDLE = 256;

  private Scenes() {}

  /// @param name of its file
  record Scene(String name, String emoji, String label, Consumer<Sheet> drawing) {}

  static List<Scene> all() {
    return List.of(
        new Scene("hello", "\uD83D\uDC4B", "A drop waves hello", Scenes::hello),
        new Scene("together", "\uD83E\uDD17", "Two drops hug", Scenes::together),
        new Scene("love", "\u2764\uFE0F", "A drop holds a heart", Scenes::love),
        new Scene("laugh", "\uD83D\uDE02", "A drop laughs until it cries", Scenes::laugh),
        new Scene("yes", "\uD83D\uDC4D", "A drop gives a thumbs up", Scenes::yes),
        new Scene("done", "\u2705", "A drop shows a tick", Scenes::done),
        new Scene("party", "\uD83C\uDF89", "A drop with a party hat", Scenes::party),
        new Scene("coffee", "\u2615", "A drop with a cup of coffee", Scenes::coffee),
        new Scene("thinking", "\uD83E\uDD14", "A drop thinks", Scenes::thinking),
        new Scene("sad", "\uD83D\uDE22", "A drop under a rain cloud", Scenes::sad),
        new Scene("angry", "\uD83D\uDE20", "A drop lets off steam", Scenes::angry),
        new Scene("night", "\uD83D\uDE34", "A drop sleeps", Scenes::night));
  }

  private static Pingo drop(Sheet sheet, double x, double y, double degrees, double scale) {
    sheet.at(x, y, degrees, scale);
    return new Pingo(sheet, Pingo.BLUE);
  }

  private static void hello(Sheet sheet) {
    var pingo = drop(sheet, MIDDLE - 20, MIDDLE + 14, -6, 1.16);
    pingo.arm(1, 168, -66);
    pingo.body();
    pingo.arm(-1, -138, 96);
    pingo.face(Eyes.OPEN, Mouth.LAUGH);
    sheet.at(MIDDLE + 176, MIDDLE - 148, 12, 1);
    sheet.line(Sheet.curve(14, -34, 30, -24, 38, -8, 36, 10), Sheet.DARK, 9);
    sheet.line(Sheet.curve(40, -54, 62, -38, 70, -12, 66, 14), Sheet.DARK, 9);
  }

  private static void together(Sheet sheet) {
    sheet.at(MIDDLE - 92, MIDDLE + 40, -7, 0.92);
    var one = new Pingo(sheet, Pingo.BLUE);
    one.body();
    one.face(Eyes.HAPPY, Mouth.SMILE);
    sheet.at(MIDDLE + 96, MIDDLE + 44, 8, 0.88);
    var other = new Pingo(sheet, Pingo.CORAL);
    other.body();
    other.face(Eyes.HAPPY, Mouth.SMILE);
    sheet.at(MIDDLE + 96, MIDDLE + 44, 8, 0.88);
    other.arm(-1, -150, 108);
    sheet.at(MIDDLE - 92, MIDDLE + 40, -7, 0.92);
    one.arm(1, 176, 96);
    sheet.at(MIDDLE + 4, 88, 6, 0.62);
    sheet.shape(Things.heart(), Things.RED);
  }

  private static void love(Sheet sheet) {
    var pingo = drop(sheet, MIDDLE, MIDDLE + 4, 0, 1.18);
    pingo.body();
    pingo.face(Eyes.HAPPY, Mouth.SMALL);
    sheet.at(MIDDLE, MIDDLE + 122, -4, 1.04);
    sheet.shape(Things.heart(), Things.RED);
    sheet.line(Sheet.curve(-58, -22, -62, -42, -50, -52, -38, -50), new Color(0xff9fb0), 10);
    drop(sheet, MIDDLE, MIDDLE + 4, 0, 1.18);
    pingo.arm(-1, -64, 104);
    pingo.arm(1, 66, 102);
  }

  private static void laugh(Sheet sheet) {
    var pingo = drop(sheet, MIDDLE, MIDDLE + 14, 8, 1.2);
    pingo.body();
    pingo.arm(-1, -60, 92);
    pingo.arm(1, 138, 98);
    pingo.face(Eyes.HAPPY, Mouth.LAUGH);
    sheet.at(MIDDLE - 116, MIDDLE + 22, 40, 1.2);
    sheet.shape(Things.tear(), Things.WATER);
    sheet.at(MIDDLE + 112, MIDDLE + 52, -36, 1.2);
    sheet.shape(Things.tear(), Things.WATER);
  }

  private static void yes(Sheet sheet) {
    var pingo = drop(sheet, MIDDLE - 34, MIDDLE + 14, -4, 1.14);
    pingo.body();
    pingo.arm(-1, -136, 96);
    pingo.face(Eyes.OPEN, Mouth.SMILE);
    pingo.arm(1, 152, 36);
    sheet.at(MIDDLE + 152, MIDDLE + 44, 8, 1);
    sheet.limb(Sheet.curve(-14, 8, -12, -26, -2, -44, 8, -62), Pingo.BLUE, 30);
    sheet.shape(new RoundRectangle2D.Double(-38, -14, 88, 74, 44, 44), Pingo.BLUE);
    sheet.line(Pingo.stroke(14, 10, 40, 10), Sheet.DARK, 7);
    sheet.line(Pingo.stroke(14, 32, 38, 32), Sheet.DARK, 7);
  }

  private static void done(Sheet sheet) {
    var pingo = drop(sheet, MIDDLE, MIDDLE + 44, 0, 1.04);
    pingo.arm(-1, -150, -74);
    pingo.arm(1, 150, -74);
    pingo.body();
    pingo.face(Eyes.HAPPY, Mouth.SMILE);
    sheet.at(MIDDLE + 150, 116, 8, 1);
    sheet.shape(new Ellipse2D.Double(-72, -72, 144, 144), Things.GREEN);
    sheet.line(Things.tick(), Color.WHITE, 20);
  }

  private static void party(Sheet sheet) {
    var pingo = drop(sheet, MIDDLE, MIDDLE + 40, 5, 1.08);
    pingo.arm(-1, -164, -34);
    pingo.arm(1, 160, -44);
    pingo.body();
    pingo.face(Eyes.HAPPY, Mouth.LAUGH);
    sheet.at(MIDDLE + 12, 116, 10, 0.9);
    Things.hat(sheet);
    confetti(sheet, 78, 96, -20, Things.RED);
    confetti(sheet, 148, 52, 30, Things.GREEN);
    confetti(sheet, 410, 74, 50, Things.YELLOW);
    confetti(sheet, 452, 150, 10, Things.RED);
    sheet.at(64, 182, 12, 0.9);
    sheet.shape(Things.star(26), Things.YELLOW);
    sheet.at(366, 42, -12, 0.8);
    sheet.shape(Things.star(26), Things.VIOLET);
  }

  private static void confetti(Sheet sheet, double x, double y, double degrees, Color colour) {
    sheet.at(x, y, degrees, 1);
    sheet.shape(new RoundRectangle2D.Double(-15, -9, 30, 18, 10, 10), colour);
  }

  private static void coffee(Sheet sheet) {
    var pingo = drop(sheet, MIDDLE - 16, MIDDLE - 2, 0, 1.16);
    pingo.body();
    pingo.face(Eyes.SHUT, Mouth.SMALL);
    sheet.at(MIDDLE + 4, MIDDLE + 136, 3, 1);
    Things.cup(sheet);
    drop(sheet, MIDDLE - 16, MIDDLE - 2, 0, 1.16);
    pingo.arm(-1, -40, 122);
    sheet.at(MIDDLE + 152, MIDDLE - 6, 6, 1.2);
    steam(sheet, 0);
    steam(sheet, 40);
  }

  private static void steam(Sheet sheet, double x) {
    sheet.limb(Sheet.curve(x, 30, x - 22, 8, x + 22, -10, x, -34), new Color(0xe9eef7), 16);
  }

  private static void thinking(Sheet sheet) {
    var pingo = drop(sheet, MIDDLE - 24, MIDDLE + 24, -5, 1.14);
    pingo.body();
    pingo.arm(-1, -136, 98);
    pingo.face(Eyes.ASIDE, Mouth.FLAT);
    pingo.arm(1, 40, 104);
    sheet.at(MIDDLE + 138, 104, 10, 1);
    sheet.shape(new Ellipse2D.Double(-78, -72, 156, 140), Color.WHITE);
    sheet.line(
        Sheet.curve(-24, -22, -22, -56, 30, -54, 26, -18, 22, 0, 0, 0, 0, 18), Things.VIOLET, 17);
    sheet.patch(new Ellipse2D.Double(-10, 32, 20, 20), Things.VIOLET);
    sheet.at(MIDDLE + 86, 190, 0, 1);
    sheet.shape(new Ellipse2D.Double(-17, -17, 34, 34), Color.WHITE);
  }

  private static void sad(Sheet sheet) {
    var pingo = drop(sheet, MIDDLE, MIDDLE + 88, 0, 0.96);
    pingo.body();
    pingo.arm(-1, -118, 112);
    pingo.arm(1, 118, 112);
    pingo.face(Eyes.SAD, Mouth.FROWN);
    sheet.at(MIDDLE + 58, MIDDLE + 116, 0, 0.9);
    sheet.shape(Things.tear(), Things.WATER);
    sheet.at(MIDDLE, 118, 0, 1.2);
    sheet.shape(Things.cloud(), Things.CLOUD);
    for (double x : new double[] {-124, -152, 122, 158}) {
      sheet.at(MIDDLE + x, Math.abs(x) > 140 ? 252 : 196, 8, 0.62);
      sheet.shape(Things.tear(), Things.WATER);
    }
  }

  private static void angry(Sheet sheet) {
    puff(sheet, MIDDLE - 150, 128, -20);
    puff(sheet, MIDDLE + 160, 128, 20);
    sheet.at(MIDDLE, MIDDLE + 34, 0, 1.14);
    var pingo = new Pingo(sheet, Pingo.CORAL);
    pingo.body();
    pingo.arm(-1, -150, 84);
    pingo.arm(1, 150, 84);
    pingo.face(Eyes.ANGRY, Mouth.FROWN);
  }

  private static void puff(Sheet sheet, double x, double y, double degrees) {
    sheet.at(x, y, degrees, 0.5);
    sheet.shape(Things.cloud(), new Color(0xe9eef7));
  }

  private static void night(Sheet sheet) {
    var pingo = drop(sheet, MIDDLE - 18, MIDDLE + 42, -8, 1.12);
    pingo.body();
    pingo.arm(-1, -100, 116);
    pingo.arm(1, 100, 116);
    pingo.face(Eyes.SHUT, Mouth.OH);
    sheet.at(MIDDLE - 26, 142, -6, 0.98);
    Things.nightcap(sheet);
    zed(sheet, MIDDLE + 150, 212, 16);
    zed(sheet, MIDDLE + 184, 142, 22);
    zed(sheet, MIDDLE + 168, 66, 28);
  }

  private static void zed(Sheet sheet, double x, double y, double size) {
    sheet.at(x, y, 8, 1);
    sheet.limb(Things.zed(size), Things.VIOLET, 17);
  }
}
