package org.juntos.engine.connection;

/// How many one-time prekeys of this device the relay has left to hand out.
public record KeyCount(int oneTime, int oneTimeKyber) {}
