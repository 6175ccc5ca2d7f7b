using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>What a probe and a lifecycle hook have in common: exactly one thing to do, described fully.</summary>
internal static class HandlerValidation
{
    private const string HeaderText = "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')";

    public static void CheckOne(FieldPath path, FieldErrors errors, params (string Field, object? Handler)[] handlers)
    {
        var given = handlers.Where(h => h.Handler is not null).ToList();
        if (given.Count == 0)
        {
            errors.Required(path, "must specify a handler type");
        }

        foreach (var (field, _) in given.Skip(1))
        {
            errors.Forbidden(path.Child(field), "may not specify more than 1 handler type");
        }
    }

    public static void Check(ExecAction? exec, FieldPath path, FieldErrors errors)
    {
        if (exec is { Command: not { Count: > 0 } })
        {
            errors.Required(path.Child("command"));
        }
    }

    public static void Check(HTTPGetAction? get, FieldPath path, FieldErrors errors)
    {
        if (get is null)
        {
            return;
        }

        FieldRules.Required(get.Path, path.Child("path"), errors);
        FieldRules.PortOrName(get.Port, path.Child("port"), errors);
        FieldRules.OneOf(get.Scheme, path.Child("scheme"), errors, URIScheme.HTTP, URIScheme.HTTPS);
        foreach (var header in get.HttpHeaders ?? [])
        {
            if (string.IsNullOrEmpty(header.Name) || !header.Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            {
                errors.Invalid(path.Child("httpHeaders"), header.Name ?? "", HeaderText);
            }
        }
    }

    public static void Check(TCPSocketAction? socket, FieldPath path, FieldErrors errors)
    {
        if (socket is not null)
        {
            FieldRules.PortOrName(socket.Port, path.Child("port"), errors);
        }
    }
}
