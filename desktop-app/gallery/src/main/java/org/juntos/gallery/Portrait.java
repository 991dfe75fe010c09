package org.juntos.gallery;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.juntos.media.DecodeResult;

/// A head and shoulders, painted, in colours that follow from whose it is.
final class Portrait {
  private Portrait() {}

  static DecodeResult.Pixels of(int edge, int seed) {
    var image = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_ARGB_PRE);
    var hue = Math.floorMod(seed, 360) / 360f;
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setPaint(
        new GradientPaint(
            0, 0, Color.getHSBColor(hue, 0.3f, 0.9f), 0, edge, Color.getHSBColor(hue, 0.6f, 0.5f)));
    graphics.fillRect(0, 0, edge, edge);
    graphics.setColor(Color.getHSBColor(hue + 0.45f, 0.55f, 0.45f));
    graphics.fill(new Ellipse2D.Double(edge * 0.14, edge * 0.66, edge * 0.72, edge * 0.7));
    graphics.setColor(Color.getHSBColor(0.07f, 0.4f, 0.5f + 0.4f * hue));
    graphics.fill(new Ellipse2D.Double(edge * 0.32, edge * 0.24, edge * 0.36, edge * 0.46));
    graphics.setColor(Color.getHSBColor(0.08f, 0.6f, 0.15f + 0.3f * hue));
    graphics.fillArc(
        (int) (edge * 0.29), (int) (edge * 0.16), (int) (edge * 0.42), (int) (edge * 0.42), 0, 180);
    graphics.dispose();
    var pixels = ByteBuffer.allocate(4 * edge * edge).order(ByteOrder.LITTLE_ENDIAN);
    pixels.asIntBuffer().put(image.getRGB(0, 0, edge, edge, null, 0, edge));
    return new DecodeResult.Pixels(edge, edge, pixels);
  }
}
