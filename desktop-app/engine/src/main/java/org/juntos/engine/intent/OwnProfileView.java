package org.juntos.engine.intent;

/// What this account shares of itself with its contacts.
///
/// @param about may be empty
/// @param pictureVersion since which version the picture is this one; 0: there is none
/// @param version grows with each change; 0: nothing was ever changed
/// @param due whether the relay does not have it yet
public record OwnProfileView(
    String name, String about, long pictureVersion, long version, boolean due) {}
