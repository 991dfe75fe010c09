package org.juntos.engine.model;

/// What somebody shows of themselves, beside their name.
///
/// @param about may be empty
/// @param pictureVersion since which version of their profile the picture is this one; 0: there is
///   none. [Models#picture] has it
public record ProfileView(String about, long pictureVersion) {
  /// Nothing.
  public static final ProfileView NONE = new ProfileView("", 0);
}
