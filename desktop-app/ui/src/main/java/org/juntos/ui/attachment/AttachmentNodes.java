package org.juntos.ui.attachment;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.ui.control.CardHost;

/// Makes the part of a bubble that shows an attachment.
public final class AttachmentNodes {
  private final Parts parts;

  /// Makes them with `parts`.
  public AttachmentNodes(Parts parts) {
    this.parts = parts;
  }

  /// What they are made with.
  ///
  /// @param viewer shows a picture or video in front of the window
  /// @param cards where questions are asked
  public record Parts(
      AttachmentActions actions,
      Pictures pictures,
      Playbacks playbacks,
      Opener viewer,
      CardHost cards) {}

  /// Shows something in front of the window.
  @FunctionalInterface
  public interface Opener {
    /// Shows `viewed`, drawn with `parts`.
    void open(Parts parts, Viewed viewed);
  }

  /// Makes one for each open conversation.
  @FunctionalInterface
  public interface Factory {
    /// @param actions what bubbles offer
    AttachmentNodes make(AttachmentActions actions);
  }

  /// The nodes of one bubble: pictures and videos together, then the rest. [#close] them with the
  /// bubble.
  ///
  /// @param caption what the message says
  public List<Region> nodes(List<AttachmentItem> items, boolean own, String caption) {
    var nodes = new ArrayList<Region>();
    var seen = items.stream().filter(item -> isSeen(item.view().get(), own)).toList();
    var pictures = items.stream().filter(item -> isPicture(item.view().get())).toList();
    var together = seen.size() > 1 ? seen : pictures;
    if (together.size() > 1) {
      nodes.add(new AlbumNode(new Viewed(together, 0, own, caption), parts));
    } else if (together.size() == 1) {
      nodes.add(PictureNode.alone(new Viewed(together, 0, own, caption), parts));
    }
    items.stream()
        .filter(item -> !together.contains(item))
        .map(item -> other(item, own))
        .forEach(nodes::add);
    return nodes;
  }

  private Region other(AttachmentItem item, boolean own) {
    return switch (item.view().get().kind()) {
      case AUDIO, VOICE -> new SoundNode(item, own, parts);
      case FILE, IMAGE, VIDEO -> new FileNode(item, own, parts);
    };
  }

  /// Whether it is looked at.
  public static boolean isPicture(AttachmentView view) {
    return view.kind() == Attachment.Kind.IMAGE || view.kind() == Attachment.Kind.VIDEO;
  }

  private static boolean isUnknown(AttachmentView.State state) {
    return switch (state) {
      case PREPARING, CANCELLED, FAILED -> true;
      case OFFERED, WAITING, RUNNING, HERE -> false;
    };
  }

  /// Whether it is looked at, or will be as soon as it is prepared.
  public static boolean isSeen(AttachmentView view, boolean own) {
    var type = view.mediaType();
    return isPicture(view)
        || (own
            && view.kind() == Attachment.Kind.FILE
            && isUnknown(view.state())
            && (type.startsWith("image/") || type.startsWith("video/")));
  }

  /// Whether a node shows pictures, up to its edges.
  public static boolean isPicture(Node node) {
    return node instanceof PictureNode || node instanceof AlbumNode;
  }

  /// Does with `node` what a click does: opens, plays, fetches.
  public void activate(Node node) {
    if (node instanceof AttachmentNode attachment) {
      attachment.activate();
    }
  }

  /// What is offered to save of the files of a message: "Save as …" of one, "Save all 4 …" or "Save
  /// 3 of 4 …" of several. Empty while none is here.
  public static String saving(List<AttachmentView> files) {
    int here = here(files).size();
    if (here == 0) {
      return "";
    }
    var number = here == files.size() ? "all " + here : here + " of " + files.size();
    return files.size() == 1 ? "Save as …" : "Save " + number + " …";
  }

  private static List<AttachmentView> here(List<AttachmentView> files) {
    return files.stream().filter(file -> file.state() == AttachmentView.State.HERE).toList();
  }

  /// Asks where, and saves those that are here.
  public void save(List<AttachmentView> files, Window owner) {
    var here = here(files);
    if (files.size() > 1) {
      parts.actions().saveAll(here, owner);
    } else {
      here.forEach(file -> parts.actions().save(file, owner, _ -> {}));
    }
  }

  /// Ends what is heard.
  public void hush() {
    parts.playbacks().hush();
  }

  /// Ends what `node` watches.
  public void close(Node node) {
    if (node instanceof AttachmentNode attachment) {
      attachment.close();
    }
  }
}
