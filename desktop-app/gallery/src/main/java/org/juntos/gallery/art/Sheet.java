package org.juntos.gallery.art;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// What a sticker is drawn on: a square of 512 units. All that is drawn is cut out together, with a
/// white rim around it.
final class Sheet {
  static final int EDGE = 512;

  /// Pixels of a finished sticker.
  private static final int PIXELS = 320;

  private static final int SCALE = 2;
  private static final float RIM = 26;
  private static final float INK = 9;
  static final Color DARK = new Color(0x1d2b4f);
  private static final Color SHADE = new Color(0x1d, 0x2b, 0x4f, 40);

  private final List<Layer> layers = new ArrayList<>();
  private final Area cut = new Area();
  private AffineTransform place = new AffineTransform();

  /// @param ink width of its outline; 0 for none
  private record Layer(Shape shape, Paint fill, Color line, float ink) {}

  /// What is drawn from here on is moved, turned (in degrees, around its own origin) and scaled.
  void at(double x, double y, double degrees, double scale) {
    place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(Math.toRadians(degrees));
    place.scale(scale, scale);
  }

  /// A filled shape with the outline of the pack.
  void shape(Shape shape, Paint fill) {
    layer(shape, fill, DARK, INK, true);
  }

  /// A filled shape without an outline, within what is there.
  void patch(Shape shape, Paint fill) {
    layer(shape, fill, DARK, 0, false);
  }

  /// The same, and it is cut out, too.
  void loose(Shape shape, Paint fill) {
    layer(shape, fill, DARK, 0, true);
  }

  /// A line of ink, with round ends.
  void line(Shape path, Color colour, double width) {
    var stroke = new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    layer(stroke.createStrokedShape(path), colour, colour, 0, false);
  }

  /// A limb: a thick line in the colour of the body, with an outline.
  void limb(Shape path, Paint fill, double width) {
    var stroke = new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    layer(stroke.createStrokedShape(path), fill, DARK, INK, true);
  }

  private void layer(Shape shape, Paint fill, Color line, float ink, boolean cutOut) {
    var placed = place.createTransformedShape(shape);
    layers.add(new Layer(placed, fill, line, (float) (ink * place.getScaleX())));
    if (cutOut) {
      cut.add(new Area(placed));
      var around = new BasicStroke(ink, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
      cut.add(new Area(around.createStrokedShape(placed)));
    }
  }

  /// Drawn large and made smaller, so that edges are smooth.
  BufferedImage picture() {
    var large = new BufferedImage(EDGE * SCALE, EDGE * SCALE, BufferedImage.TYPE_INT_ARGB);
    var pen = pen(large);
    pen.scale(SCALE, SCALE);
    var rim = new BasicStroke(RIM, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    var outline = new Area(rim.createStrokedShape(cut));
    outline.add(cut);
    pen.setPaint(SHADE);
    pen.fill(AffineTransform.getTranslateInstance(0, 5).createTransformedShape(outline));
    pen.setPaint(Color.WHITE);
    pen.fill(outline);
    layers.forEach(layer -> draw(pen, layer));
    pen.dispose();
    return scaled(scaled(large, EDGE), PIXELS);
  }

  private static BufferedImage scaled(BufferedImage image, int edge) {
    var small = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_ARGB);
    var brush = pen(small);
    brush.drawImage(image, 0, 0, edge, edge, null);
    brush.dispose();
    return small;
  }

  private static void draw(Graphics2D pen, Layer layer) {
    pen.setPaint(layer.fill());
    pen.fill(layer.shape());
    if (layer.ink() > 0) {
      pen.setPaint(layer.line());
      pen.setStroke(new BasicStroke(layer.ink(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      pen.draw(layer.shape());
    }
  }

  private static Graphics2D pen(BufferedImage on) {
    var pen = on.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return pen;
  }

  /// A curve through points: x, y of the start, then two control points and an end for each piece.
  static Path2D curve(double... points) {
    var path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int at = 2; at < points.length; at += 6) {
      path.curveTo(
          points[at],
          points[at + 1],
          points[at + 2],
          points[at + 3],
          points[at + 4],
          points[at + 5]);
    }
    return path;
  }
}
