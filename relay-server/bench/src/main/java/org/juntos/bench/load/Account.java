package org.juntos.bench.load;

import com.google.protobuf.ByteString;
import org.juntos.wire.DeviceAddress;

/// A device that the server lets in.
///
/// @param accessKey lets others send to it without saying who they are; empty at a server that
///   knows no such thing
public record Account(DeviceAddress device, String token, ByteString accessKey) {}
