package org.juntos.engine;

class Sealing {
  org.signal.libsignal.protocol.IdentityKey key;
}
