package org.juntos.engine.connection;

import java.time.Instant;
import org.juntos.wire.Bytes;

/// What goes into every sealed-sender message of this device.
///
/// @param certificate libsignal SenderCertificate, serialized
/// @param expiresAt relay clock
public record IssuedCertificate(Bytes certificate, Instant expiresAt) {}
