package org.juntos.gallery.art;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/// What drops hold, wear and stand beside.
final class Things {
  static final Color RED = new Color(0xe8415d);
  static final Color YELLOW = new Color(0xffc83d);
  static final Color GREEN = new Color(0x3fb27f);
  static final Color VIOLET = new Color(0x8a6fe8);
  static final Color CREAM = new Color(0xfff3dc);
  static final Color CLOUD = new Color(0xc9d4e6);
  static final Color WATER = new Color(0x8fe3f5);

  private Things() {}

  static Shape heart() {
    var path = Sheet.curve(0, 60, -80, 10, -92, -62, -44, -66, -18, -68, 0, -44, 0, -36);
    path.append(Sheet.curve(0, -36, 0, -44, 18, -68, 44, -66, 92, -62, 80, 10, 0, 60), true);
    path.closePath();
    return path;
  }

  static Shape tear() {
    var path = Sheet.curve(0, -26, 14, -6, 20, 4, 20, 14, 20, 36, -20, 36, -20, 14);
    path.append(Sheet.curve(-20, 14, -20, 4, -14, -6, 0, -26), true);
    path.closePath();
    return path;
  }

  static Shape cloud() {
    var path = Sheet.curve(-90, 30, -130, 24, -120, -34, -76, -30, -70, -80, 10, -84, 24, -44);
    path.append(Sheet.curve(24, -44, 70, -64, 104, -30, 90, -8, 126, 0, 118, 34, 84, 32), true);
    path.closePath();
    return path;
  }

  static Shape star(double radius) {
    var path = new Path2D.Double();
    for (int point = 0; point < 10; point++) {
      var away = point % 2 == 0 ? radius : radius * 0.46;
      var angle = Math.PI * point / 5 - Math.PI / 2;
      if (point == 0) {
        path.moveTo(away * Math.cos(angle), away * Math.sin(angle));
      } else {
        path.lineTo(away * Math.cos(angle), away * Math.sin(angle));
      }
    }
    path.closePath();
    return path;
  }

  /// A letter Z of lines.
  static Shape zed(double size) {
    var path = new Path2D.Double();
    path.moveTo(-size, -size);
    path.lineTo(size, -size);
    path.lineTo(-size, size);
    path.lineTo(size, size);
    return path;
  }

  static Shape tick() {
    var path = new Path2D.Double();
    path.moveTo(-34, 2);
    path.lineTo(-8, 28);
    path.lineTo(38, -26);
    return path;
  }

  static void cup(Sheet sheet) {
    sheet.limb(Sheet.curve(44, -22, 92, -34, 92, 40, 40, 30), CREAM, 12);
    var cup = Sheet.curve(-56, -44, -54, 60, -30, 66, 0, 66, 30, 66, 54, 60, 56, -44);
    cup.closePath();
    sheet.shape(cup, CREAM);
    sheet.patch(new Ellipse2D.Double(-50, -56, 100, 26), new Color(0x7a4a2b));
    sheet.line(new Ellipse2D.Double(-54, -58, 108, 30), Sheet.DARK, 8);
  }

  static void hat(Sheet sheet) {
    var cone = new Path2D.Double();
    cone.moveTo(-58, 46);
    cone.lineTo(0, -76);
    cone.lineTo(58, 46);
    cone.quadTo(0, 66, -58, 46);
    cone.closePath();
    sheet.shape(cone, VIOLET);
    sheet.line(Sheet.curve(-38, 6, -10, 22, 14, 20, 36, 4), YELLOW, 14);
    sheet.line(Sheet.curve(-20, -30, -6, -22, 8, -22, 19, -32), YELLOW, 12);
    sheet.shape(new Ellipse2D.Double(-20, -100, 40, 40), YELLOW);
  }

  static void nightcap(Sheet sheet) {
    var cap = Sheet.curve(-86, 30, -70, -60, 20, -92, 84, -40, 112, -14, 124, 22, 118, 52);
    cap.append(Sheet.curve(118, 52, 96, 20, 78, 6, 62, 30), true);
    cap.closePath();
    sheet.shape(cap, VIOLET);
    sheet.shape(new RoundRectangle2D.Double(-98, 16, 172, 34, 34, 34), CREAM);
    sheet.shape(new Ellipse2D.Double(100, 40, 40, 40), CREAM);
  }
}
