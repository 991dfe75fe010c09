package org.juntos.cli.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Keys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `juntos cli`: what all commands share.
@Command(
    name = "juntos cli",
    description = "The Juntos client without a window.",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    version = "Juntos 0.1.0",
    subcommands = {
      RegisterCommand.class,
      VerifyCommand.class,
      WhoamiCommand.class,
      LinkCommand.class,
      AddCommand.class,
      ContactsCommand.class,
      RequestsCommand.class,
      AcceptCommand.class,
      RefuseCommand.class,
      BlockCommand.class,
      UnblockCommand.class,
      ReportCommand.class,
      SafetyNumberCommand.class,
      VerifySafetyNumberCommand.class,
      RemoveCommand.class,
      ProfileCommand.class,
      PresenceCommand.class,
      CheckCommand.class,
      SetAsideCommand.class,
      KeepKeyCommand.class,
      AcceptKeyCommand.class,
      SendCommand.class,
      ReceiveCommand.class,
      HistoryCommand.class,
      ReactCommand.class,
      ReplyCommand.class,
      RetryCommand.class,
      EditCommand.class,
      VersionsCommand.class,
      DeleteCommand.class,
      PollCommand.class,
      LocationCommand.class,
      SendContactCommand.class,
      TimerCommand.class,
      RetentionCommand.class,
      ForwardCommand.class,
      StarCommand.class,
      UnstarCommand.class,
      StarredCommand.class,
      PinCommand.class,
      UnpinCommand.class,
      PinsCommand.class,
      DetailsCommand.class,
      SaveCommand.class,
      DraftCommand.class,
      ScheduleCommand.class,
      VoiceCommand.class,
      StickerCommand.class,
      SearchCommand.class,
      GalleryCommand.class,
      ConversationCommands.All.class,
      ConversationCommands.Mute.class,
      ConversationCommands.Unmute.class,
      ConversationCommands.Notify.class,
      ConversationCommands.Archive.class,
      ConversationCommands.Unarchive.class,
      ConversationCommands.Pin.class,
      ConversationCommands.Unpin.class,
      ConversationCommands.MarkUnread.class,
      FolderCommand.class,
      DndCommand.class,
      GroupCommand.class,
      StatusCommand.class,
      OpenSetAsideCommand.class,
      RelaysCommand.class,
      HeldCommand.class,
      PushCommand.class,
      RegistrationLockCommand.class,
      ChangeNumberCommand.class,
      UsernameCommand.class,
      DiscoverableCommand.class,
      DeleteAccountCommand.class,
      LinkDeviceCommand.class,
      LinkPreviewsCommand.class,
      DevicesCommand.class,
      UnlinkCommand.class,
      DaemonCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:refused; the code on standard error says why",
      "2:wrong command line",
      "3:the profile is not ready: no account, locked, in use, damaged",
      "4:not within the time given; what was committed stays and goes on later",
      "5:the relay cannot be reached or trusted",
      "70:a fault in Juntos"
    },
    footer = {
      "",
      "CONTACT is an account id, the unambiguous beginning of one, or a name; for send and",
      "history also a group: its conversation id, the beginning of that, or its name.",
      "Errors go to standard error as `error: CODE: sentence`, or with --json as"
          + " {\"error\":{\"code\":...}}.",
      "Fields and codes: desktop-app/cli/README.md"
    })
public final class RootCommand {
  @Option(
      names = "--profile",
      paramLabel = "DIR",
      required = true,
      scope = ScopeType.INHERIT,
      description = "The profile's folder; made when it is not there.")
  private Path profile = Path.of("");

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "One JSON object a line instead of text.")
  private boolean json;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "Its first line is the passphrase that guards the profile. Without it: the keyring of the"
              + " operating system.")
  private @Nullable Path passphraseFile;

  public Path profile() {
    return profile;
  }

  public boolean isJson() {
    return json;
  }

  public Keys keys() {
    return new Keys(passphraseFile);
  }
}
