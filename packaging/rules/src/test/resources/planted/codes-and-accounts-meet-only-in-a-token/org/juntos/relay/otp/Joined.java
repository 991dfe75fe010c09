package org.juntos.relay.otp;

class Joined {
  org.juntos.relay.account.Owner owner;
}
