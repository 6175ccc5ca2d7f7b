using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kctl.App;

/// <summary>What the user reads when something went wrong; server errors are worded as kubectl words them. Never a stack trace.</summary>
internal static class ErrorText
{
    /// <summary>The text for an exception, without a line break at the end.</summary>
    public static string Of(Exception error, Session session) => error switch
    {
        CommandException e => $"error: {e.Message}",
        ApiException e => Of(e.Status),
        KubeconfigException e => $"error: {e.Message}",
        TimeoutException e => $"error: {e.Message}",
        HttpRequestException e => Unreachable(e, session),
        OperationCanceledException { InnerException: TimeoutException } =>
            $"Unable to connect to the server {session.Config.Server.Authority}: the connection was not established in time ({session.ServerOrigin})",
        JsonException e => $"error: the server's answer is not JSON: {FirstLine(e.Message)}",
        FormatException or UnauthorizedAccessException or IOException => $"error: {FirstLine(error.Message)}",
        _ => $"error: unexpected {error.GetType().Name}: {FirstLine(error.Message)}",
    };

    /// <summary>A server's answer, with <paramref name="doing"/> (such as <c>error when creating "a.yaml"</c>) before its message.</summary>
    public static string Of(Status status, string? doing = null)
    {
        var message = doing is null ? status.Message : $"{doing}: {status.Message}";
        return status.Reason switch
        {
            StatusReason.Invalid when status.Details is { Causes.Count: > 0 } details =>
                (doing is null ? "" : doing + ": ") + Invalid(details, [.. details.Causes!.Select(c => string.IsNullOrEmpty(c.Field) ? c.Message ?? "" : $"{c.Field}: {c.Message}")]),
            StatusReason.Unauthorized => $"error: You must be logged in to the server ({status.Message ?? "Unauthorized"})",
            null or "" => $"Error from server: {message}",
            _ => $"Error from server ({status.Reason}): {message}",
        };
    }

    /// <summary>The line kubectl begins with, and every cause.</summary>
    public static string Invalid(StatusDetails details, IReadOnlyList<string> causes)
    {
        var head = $"The {details.Kind} \"{details.Name}\" is invalid";
        return causes.Count == 1 ? $"{head}: {causes[0]}" : $"{head}: \n* {string.Join("\n* ", causes)}";
    }

    private static string Unreachable(HttpRequestException error, Session session)
    {
        var server = session.Config.Server;
        var tried = $"Tried {server.GetLeftPart(UriPartial.Authority)}, {session.ServerOrigin}.";
        return error.InnerException switch
        {
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
                $"The connection to the server {server.Authority} was refused - did you specify the right host or port?\n{tried} "
                + (server.IsLoopback ? "Start a cluster on this machine with 'kctl up', or choose another with 'kctl config use-context'." : "Is the server running? 'kctl config get-contexts' lists the other clusters you know."),
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } =>
                $"Unable to connect to the server: the name {server.Host} cannot be resolved\n{tried} Correct the address there, or give another with --server.",
            AuthenticationException e =>
                $"Unable to connect to the server: {server.Authority} did not prove who it is: {FirstLine(e.InnerException?.Message ?? e.Message)}\n{tried} Name its authority with --certificate-authority FILE, or fetch the cluster's kubeconfig again.",
            _ => $"Unable to connect to the server {server.Authority}: {FirstLine(error.InnerException?.Message ?? error.Message)}\n{tried}",
        };
    }

    private static string FirstLine(string text) => text.ReplaceLineEndings("\n").Split('\n')[0];
}
