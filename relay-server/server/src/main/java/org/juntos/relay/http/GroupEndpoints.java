package org.juntos.relay.http;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.juntos.relay.group.GroupView;
import org.juntos.relay.group.Groups;
import org.juntos.relay.group.Shown;
import org.juntos.relay.sealed.GroupAuthority;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.GroupAnswer;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupChanges;
import org.juntos.wire.proto.GroupCredential;
import org.juntos.wire.proto.GroupCredentials;
import org.juntos.wire.proto.GroupLinkPreview;

/// Groups. Whoever asks about one shows a credential for it in place of a token.
final class GroupEndpoints {
  private static final About CREDENTIALS =
      About.says("Gives the account that asks credentials for groups, for a week.")
          .gives(200, GroupCredentials.class);
  private static final About MAKE =
      shown(About.says("Makes a group. The same again changes nothing."))
          .takes(GroupChange.class)
          .gives(200, GroupAnswer.class)
          .refuses(
              ErrorCode.CONFLICT,
              ErrorCode.GROUP_CHANGE_INVALID,
              ErrorCode.GROUP_FULL,
              ErrorCode.RATE_LIMITED);
  private static final About READ =
      shown(About.says("Tells a member the state of the group.")).gives(200, GroupAnswer.class);
  private static final About CHANGE =
      shown(About.says("Changes a group. The same again changes nothing."))
          .reads(Paths.GROUP_LINK_HEADER, "to come in by a link: its password, base64url")
          .takes(GroupChange.class)
          .gives(200, GroupAnswer.class)
          .refuses(
              ErrorCode.FORBIDDEN,
              ErrorCode.GROUP_REVISION_STALE,
              ErrorCode.GROUP_CHANGE_INVALID,
              ErrorCode.GROUP_FULL,
              ErrorCode.GROUP_NEEDS_ADMIN,
              ErrorCode.GROUP_LINK_INVALID,
              ErrorCode.RATE_LIMITED);
  private static final About CHANGES =
      shown(
              About.says(
                  "Tells a member how the group came to its state, from `?from=REVISION` on and from where they came in at the earliest."))
          .gives(200, GroupChanges.class);
  private static final About PREVIEW =
      shown(About.says("Tells whoever has the link where it leads."))
          .reads(Paths.GROUP_LINK_HEADER, "the password of the link, base64url")
          .gives(200, GroupLinkPreview.class)
          .refuses(ErrorCode.GROUP_LINK_INVALID);

  private final Groups groups;
  private final GroupAuthority authority;

  GroupEndpoints(OfGroups ofGroups) {
    this.groups = ofGroups.groups();
    this.authority = ofGroups.authority();
  }

  private static About shown(About about) {
    return about
        .reads(Paths.GROUP_HEADER, "the GroupPublicParams of the group, base64url")
        .reads(Paths.GROUP_AUTH_HEADER, "an AuthCredentialPresentation for it, base64url")
        .refuses(ErrorCode.MALFORMED, ErrorCode.GROUP_DENIED);
  }

  List<Route> routes() {
    return List.of(
        Route.authenticated("GET", Paths.GROUP_CREDENTIALS, this::credentials).about(CREDENTIALS),
        Route.open("PUT", Paths.GROUPS, this::make).about(MAKE),
        Route.open("GET", Paths.GROUPS, this::read).about(READ),
        Route.open("POST", Paths.GROUPS + "/changes", this::change).about(CHANGE),
        Route.open("GET", Paths.GROUPS + "/changes", this::changes).about(CHANGES),
        Route.open("GET", Paths.GROUPS + "/link", this::preview).about(PREVIEW));
  }

  private Answer credentials(Exchange exchange, DeviceAddress device) {
    var answer = GroupCredentials.newBuilder();
    for (var credential : authority.credentials(device.account())) {
      answer.addCredentials(
          GroupCredential.newBuilder()
              .setRedemptionDayMs(credential.day().toEpochMilli())
              .setResponse(ToWire.bytes(credential.response())));
    }
    return new Answer.Message(200, answer.build());
  }

  private Answer make(Exchange exchange) throws IOException, BadRequestException {
    return Answer.of(groups.make(shown(exchange), changed(exchange)), GroupEndpoints::answer);
  }

  private Answer read(Exchange exchange) throws IOException, BadRequestException {
    return Answer.of(groups.read(shown(exchange)), GroupEndpoints::answer);
  }

  private Answer change(Exchange exchange) throws IOException, BadRequestException {
    return Answer.of(groups.change(shown(exchange), changed(exchange)), GroupEndpoints::answer);
  }

  private static Answer answer(GroupView view) {
    var answer = GroupAnswer.newBuilder().setState(view.state()).setHead(ToWire.bytes(view.head()));
    var endorsed = view.endorsed();
    if (endorsed != null) {
      answer
          .setEndorsements(ToWire.bytes(endorsed.response()))
          .setEndorsementsExpireAtMs(endorsed.expiresAt().toEpochMilli());
    }
    return new Answer.Message(200, answer.build());
  }

  private Answer changes(Exchange exchange) throws IOException, BadRequestException {
    return Answer.of(groups.changes(shown(exchange), revision(exchange)), GroupEndpoints::answer);
  }

  private static Answer answer(Groups.Changes changes) {
    var answer = GroupChanges.newBuilder().setMore(changes.more());
    try {
      for (var change : changes.serialized()) {
        answer.addChanges(GroupChange.parseFrom(change.buffer()));
      }
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("a change that was kept cannot be read", damaged);
    }
    return new Answer.Message(200, answer.build());
  }

  private Answer preview(Exchange exchange) throws IOException, BadRequestException {
    return Answer.of(groups.preview(shown(exchange)), GroupEndpoints::answer);
  }

  private static Answer answer(Groups.Preview preview) {
    var state = preview.state();
    return new Answer.Message(
        200,
        GroupLinkPreview.newBuilder()
            .setAttributes(state.getAttributes())
            .setMemberCount(state.getMembersCount())
            .setRevision(state.getRevision())
            .setHead(ToWire.bytes(preview.head()))
            .setNeedsApproval(state.getLink().getNeedsApproval())
            .setRequested(preview.requested())
            .setState(state)
            .build());
  }

  /// Bytes that are not those of the message as it is written here would have another hash for
  /// whoever gets it from here.
  private static GroupChange changed(Exchange exchange) throws IOException, BadRequestException {
    var change = FromWire.parse(GroupChange.parser(), exchange.body());
    if (!change.toByteString().equals(ByteString.copyFrom(exchange.body()))) {
      throw BadRequestException.malformed("The change is not in its one form.");
    }
    return change;
  }

  private static Shown shown(Exchange exchange) throws BadRequestException {
    if (exchange.header(HttpHeader.AUTHORIZATION.asString()) != null) {
      throw BadRequestException.malformed("A credential takes the place of a token.");
    }
    return new Shown(
        FromWire.base64(exchange, Paths.GROUP_HEADER),
        FromWire.base64(exchange, Paths.GROUP_AUTH_HEADER),
        FromWire.base64(exchange, Paths.GROUP_LINK_HEADER),
        exchange.networkAddress());
  }

  private static int revision(Exchange exchange) throws BadRequestException {
    var from = exchange.query("from");
    try {
      return from == null ? 0 : Integer.parseInt(from);
    } catch (NumberFormatException _) {
      throw BadRequestException.malformed("A revision is a number.");
    }
  }
}
