package org.juntos.engine.connection;

import org.juntos.crypto.session.LocalDevice;
import org.juntos.crypto.session.PublishedKeys;
import org.juntos.crypto.session.SignedList;

/// A new account, as its first device makes it.
///
/// @param deviceList names this device only
public record Registration(
    Admission admission, LocalDevice device, PublishedKeys keys, SignedList deviceList) {}
