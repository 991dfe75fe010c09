package org.juntos.relay.http;

import java.util.List;
import org.juntos.relay.blob.Checksum;
import org.juntos.wire.ErrorCode;

/// What the API reference says of encrypted files.
final class BlobReference {
  private static final About.Named TUS = new About.Named("Tus-Resumable", "`1.0.0`");
  private static final About.Named OFFSET =
      new About.Named("Upload-Offset", "bytes that are here and durable");
  private static final About.Named EXPIRES =
      new About.Named("Upload-Expires", "when the relay forgets the file");
  private static final About.Named TAG =
      new About.Named("ETag", "the file's id: a file never changes");
  private static final About.Body PIECE =
      new About.Body.Other("application/offset+octet-stream", "the bytes from the offset on");

  static final About CAPABILITIES =
      About.says("Tells which version and extensions of tus are spoken, and the largest file.")
          .gives(
              204,
              "See tus 1.0, OPTIONS.",
              new About.Named("Tus-Version", "`1.0.0`"),
              new About.Named("Tus-Extension", "`creation,expiration,termination,checksum`"),
              new About.Named("Tus-Checksum-Algorithm", "`" + Checksum.ALGORITHMS + "`"),
              new About.Named("Tus-Max-Size", "bytes"));

  static final About CREATE =
      spoken(
              "Makes room for a file. Its name and type belong inside the ciphertext: the relay"
                  + " ignores `Upload-Metadata`. 429 while the account's files fill its share.")
          .reads("Upload-Length", "bytes of the whole file; needed")
          .gives(
              201,
              "There is room.",
              new About.Named("Location", "where the file is"),
              TUS,
              OFFSET,
              EXPIRES)
          .refuses(ErrorCode.MALFORMED, ErrorCode.TOO_LARGE, ErrorCode.NOT_FOUND);

  static final About PROGRESS =
      one("Tells its owner how far an upload is.")
          .gives(
              200,
              "It goes on at the offset.",
              TUS,
              OFFSET,
              new About.Named("Upload-Length", "bytes of the whole file"),
              EXPIRES)
          .refuses(ErrorCode.MALFORMED);

  static final About APPEND =
      one("Appends to an upload of one's own. A connection that still appends to it is cut off.")
          .takes(PIECE)
          .reads("Upload-Offset", "where the body begins; needed")
          .reads("Upload-Checksum", "what the body adds up to: `sha1` or `sha256`, a space, Base64")
          .gives(204, "All of it is durable.", TUS, OFFSET, EXPIRES)
          .refuses(
              ErrorCode.MALFORMED,
              ErrorCode.CONFLICT,
              ErrorCode.TOO_LARGE,
              ErrorCode.CHECKSUM_MISMATCH);

  static final About DELETE =
      one("Deletes a file of one's own, whole or not.").gives(204, "It is gone.", TUS);

  static final About OVERRIDE =
      one("PATCH or DELETE for those behind something that lets neither through.")
          .takes(PIECE)
          .reads("X-HTTP-Method-Override", "`PATCH` or `DELETE`; needed")
          .reads("Upload-Offset", "as of PATCH")
          .reads("Upload-Checksum", "as of PATCH")
          .gives(204, "As of PATCH or DELETE.", TUS, OFFSET, EXPIRES)
          .refuses(
              ErrorCode.MALFORMED,
              ErrorCode.METHOD_NOT_ALLOWED,
              ErrorCode.CONFLICT,
              ErrorCode.TOO_LARGE,
              ErrorCode.CHECKSUM_MISMATCH);

  static final About READ =
      reading(About.says("Reads a whole file, or one range of it; whoever knows its id may."))
          .where("file", "its id");

  private BlobReference() {}

  /// What every way to read a file has.
  static About reading(About about) {
    return about
        .reads(
            "Range", "one range of bytes (RFC 9110, 14); several are answered with the whole file")
        .reads("If-Range", "an entity tag: the range is of no use when the file is another one")
        .reads("If-None-Match", "an entity tag: nothing is sent when it is this file's")
        .gives(bytes(200, "The whole file."))
        .gives(
            bytes(206, "The range.", new About.Named("Content-Range", "which bytes of how many")))
        .gives(304, "The reader has it.", TAG)
        .refuses(ErrorCode.NOT_FOUND, ErrorCode.RANGE_INVALID);
  }

  private static About spoken(String summary) {
    return About.says(summary)
        .reads("Tus-Resumable", "`1.0.0`, or nothing")
        .refuses(ErrorCode.VERSION_UNSUPPORTED);
  }

  private static About one(String summary) {
    return spoken(summary).where("file", "its id").refuses(ErrorCode.NOT_FOUND);
  }

  private static About.Gives bytes(int status, String meaning, About.Named... more) {
    var body = new About.Body.Other("application/octet-stream", "ciphertext");
    var headers =
        new java.util.ArrayList<>(List.of(TAG, new About.Named("Accept-Ranges", "`bytes`")));
    headers.addAll(List.of(more));
    return new About.Gives(status, body, meaning, headers);
  }
}
