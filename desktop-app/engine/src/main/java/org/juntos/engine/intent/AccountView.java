package org.juntos.engine.intent;

/// What belongs to the account beside its devices.
///
/// @param userName empty when there is none
/// @param locked whether a PIN keeps its number or address
/// @param triesLeft how many wrong PINs the lock takes yet
/// @param wrongTries how many wrong ones somebody has given
/// @param codeSentTo a little of the number or address that a code of a change was sent to; empty
///   when none is under way
/// @param pinNeeded whether that number or address is locked by another account
public record AccountView(
    String userName,
    boolean locked,
    int triesLeft,
    int wrongTries,
    String codeSentTo,
    boolean pinNeeded) {}
