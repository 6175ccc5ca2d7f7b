namespace Kctl.App;

/// <summary>The command cannot do what was asked; the message is the one line the user sees after <c>error: </c>.</summary>
internal class CommandException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The command ends with this code; whatever there is to say has been said.</summary>
internal sealed class ExitException(int code) : Exception
{
    public int Code { get; } = code;
}
