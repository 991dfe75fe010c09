package org.juntos.relay.http;

/// What a stream needs of its surroundings.
interface StreamHost {
  /// Close code of a stream whose device opened another one.
  int CLOSE_REPLACED = 4001;

  /// Close code of a stream whose account was deleted or replaced.
  int CLOSE_GONE = 4003;

  /// Close code of a stream whose account the operator has suspended.
  int CLOSE_SUSPENDED = 4004;

  /// Threads that streams share.
  StreamSender.Lanes lanes();

  /// `stream` is open: if it is of a device, that is connected from now on.
  void opened(FrameStream stream);

  /// `stream` is closed.
  void closed(FrameStream stream, int code);
}
