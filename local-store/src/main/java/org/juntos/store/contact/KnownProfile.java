package org.juntos.store.contact;

/// What is known of somebody's profile, beside their name, which is with the contact.
///
/// @param version of what is here; 0: nothing
/// @param wanted the newest that was heard of; to be fetched when greater than `version`
/// @param told the newest version of this account's own profile that they were told of
/// @param about what they say of themselves
/// @param pictureVersion since which version their picture is this one; 0: they have none
public record KnownProfile(
    long version, long wanted, long told, String about, long pictureVersion) {
  /// Nothing.
  public static final KnownProfile NONE = new KnownProfile(0, 0, 0, "", 0);

  /// Whether a newer one was heard of.
  public boolean isDue() {
    return wanted > version;
  }

  /// The same after a version was heard of; an older one than before changes nothing.
  public KnownProfile wanting(long heard) {
    return heard > wanted ? new KnownProfile(version, heard, told, about, pictureVersion) : this;
  }

  /// The same after this account's own version was put on its way to them; 0 when what was is lost.
  public KnownProfile told(long own) {
    return new KnownProfile(version, wanted, own, about, pictureVersion);
  }

  /// The same when there is nothing to fetch.
  public KnownProfile settled() {
    return new KnownProfile(version, version, told, about, pictureVersion);
  }
}
