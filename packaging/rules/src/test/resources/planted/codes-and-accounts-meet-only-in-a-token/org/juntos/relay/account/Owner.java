package org.juntos.relay.account;

public class Owner {}
