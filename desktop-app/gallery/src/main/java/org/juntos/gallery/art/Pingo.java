package org.juntos.gallery.art;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// A drop with a face: whom the stickers are about. Around its origin, 260 units wide and 300 high.
final class Pingo {
  static final Paint BLUE =
      new GradientPaint(0, 90, new Color(0x77dcec), 0, 430, new Color(0x2f7fd8));
  static final Paint CORAL =
      new GradientPaint(0, 90, new Color(0xffcf86), 0, 430, new Color(0xf0655c));
  private static final Color CHEEK = new Color(0xff, 0x8f, 0xa3, 190);
  private static final Color GLOSS = new Color(255, 255, 255, 130);

  private final Sheet sheet;
  private final Paint skin;

  Pingo(Sheet sheet, Paint skin) {
    this.sheet = sheet;
    this.skin = skin;
  }

  /// Eyes.
  enum Eyes {
    OPEN,
    HAPPY,
    SHUT,
    SAD,
    ANGRY,
    ASIDE
  }

  /// Mouths.
  enum Mouth {
    SMILE,
    LAUGH,
    OH,
    FROWN,
    FLAT,
    SMALL
  }

  /// Feet and body.
  void body() {
    foot(-46);
    foot(46);
    sheet.shape(drop(), skin);
    sheet.patch(
        Sheet.curve(-92, 40, -100, -10, -70, -52, -44, -78, -66, -46, -84, -6, -74, 40), GLOSS);
  }

  private void foot(double x) {
    sheet.shape(new Ellipse2D.Double(x - 34, 112, 68, 40), skin);
  }

  private static Shape drop() {
    var path = Sheet.curve(26, -158, 6, -150, 2, -132, 22, -112, 76, -66, 126, -26, 126, 34);
    path.append(
        Sheet.curve(126, 34, 126, 102, 70, 140, 0, 140, -70, 140, -126, 102, -126, 34), true);
    path.append(Sheet.curve(-126, 34, -126, -44, -58, -92, 26, -158), true);
    path.closePath();
    return path;
  }

  /// An arm from the left (-1) or right (1) side to a hand.
  void arm(int side, double x, double y) {
    var from = 112 * side;
    var path = new Path2D.Double();
    path.moveTo(from, 52);
    path.quadTo((from + x) / 2 + 26 * side, (52 + y) / 2 + 22, x, y);
    sheet.limb(path, skin, 34);
    sheet.patch(new Ellipse2D.Double(from - 8 * side - 15, 30, 30, 42), skin);
  }

  void face(Eyes eyes, Mouth mouth) {
    sheet.patch(new Ellipse2D.Double(-92, 44, 42, 26), CHEEK);
    sheet.patch(new Ellipse2D.Double(50, 44, 42, 26), CHEEK);
    eye(-44, eyes, -1);
    eye(44, eyes, 1);
    mouth(mouth);
  }

  private void eye(double x, Eyes eyes, int side) {
    switch (eyes) {
      case OPEN -> ball(x, 14, 0, 0);
      case ASIDE -> ball(x, 14, 5, -6);
      case HAPPY -> sheet.line(arc(x, 22, 20, -26), Sheet.DARK, 10);
      case SHUT -> sheet.line(arc(x, 10, 20, 20), Sheet.DARK, 10);
      case SAD -> {
        ball(x, 18, 0, 4);
        sheet.line(stroke(x - 20, -16 - 9 * side, x + 20, -16 + 9 * side), Sheet.DARK, 9);
      }
      case ANGRY -> {
        ball(x, 18, 0, 0);
        sheet.line(stroke(x - 24, -12 + 13 * side, x + 24, -12 - 13 * side), Sheet.DARK, 11);
      }
    }
  }

  private void ball(double x, double y, double lookX, double lookY) {
    sheet.patch(new Ellipse2D.Double(x - 15, y - 19, 30, 38), Sheet.DARK);
    sheet.patch(new Ellipse2D.Double(x - 7 + lookX, y - 12 + lookY, 13, 13), Color.WHITE);
    sheet.patch(new Ellipse2D.Double(x + 1 + lookX, y + 5 + lookY, 6, 6), Color.WHITE);
  }

  private void mouth(Mouth mouth) {
    switch (mouth) {
      case SMILE -> sheet.line(arc(0, 50, 26, 26), Sheet.DARK, 9);
      case SMALL -> sheet.line(arc(0, 54, 13, 14), Sheet.DARK, 9);
      case FROWN -> sheet.line(arc(0, 72, 22, -22), Sheet.DARK, 9);
      case FLAT -> sheet.line(stroke(-16, 64, 18, 60), Sheet.DARK, 9);
      case OH -> {
        sheet.patch(new Ellipse2D.Double(-14, 48, 28, 32), Sheet.DARK);
        sheet.patch(new Ellipse2D.Double(-9, 62, 18, 16), new Color(0xf2745f));
      }
      case LAUGH -> {
        var open = Sheet.curve(-36, 48, -34, 104, 34, 104, 36, 48);
        open.closePath();
        sheet.patch(open, Sheet.DARK);
        sheet.patch(
            Sheet.curve(-22, 78, -12, 62, 12, 62, 22, 78, 12, 92, -12, 92, -22, 78),
            new Color(0xf2745f));
      }
    }
  }

  static Shape arc(double x, double y, double half, double depth) {
    return Sheet.curve(x - half, y, x - half / 2, y + depth, x + half / 2, y + depth, x + half, y);
  }

  static Shape stroke(double x1, double y1, double x2, double y2) {
    var path = new Path2D.Double();
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
    return path;
  }
}
