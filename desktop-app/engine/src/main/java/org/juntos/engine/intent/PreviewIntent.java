package org.juntos.engine.intent;

/// About previews of links, which the sender makes and nobody else.
public sealed interface PreviewIntent extends Intent.OfMessages {
  /// Looks at a page and makes a preview of it. Blocks for seconds; the outcome is
  /// [Outcome.Previewed]. The page learns the network address of this device.
  ///
  /// @param address as it stands in the text
  record LookAtLink(String address) implements PreviewIntent {}

  /// Turns previews on or off, on this device; they are off at first. The outcome is
  /// [Outcome.LinkPreviews].
  record SetLinkPreviews(boolean on) implements PreviewIntent {}

  /// Whether they are on. The outcome is [Outcome.LinkPreviews].
  record LookAtLinkPreviews() implements PreviewIntent {}
}
