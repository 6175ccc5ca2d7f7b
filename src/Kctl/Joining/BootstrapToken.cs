using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Joining;

/// <summary>A token with which machines join: <c>abcdef.0123456789abcdef</c>, kept by the cluster as a Secret named by its first part.</summary>
/// <param name="Id">The first part, which is no secret.</param>
/// <param name="Secret">The second part.</param>
internal sealed partial record BootstrapToken(string Id, string Secret)
{
    /// <summary>Where the Secrets are.</summary>
    public const string Path = "/api/v1/namespaces/kube-system/secrets";

    /// <summary>The type of the Secrets.</summary>
    public const string SecretType = "bootstrap.kubernetes.io/token";
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string Prefix = "bootstrap-token-";
    private const string Groups = "system:bootstrappers:kubeadm:default-node-token";

    /// <summary>A new one.</summary>
    public static BootstrapToken New() => new(RandomNumberGenerator.GetString(Letters, 6), RandomNumberGenerator.GetString(Letters, 16));

    /// <summary>Reads what was typed.</summary>
    public static BootstrapToken Parse(string text) => Form().Match(text) is { Success: true } match
        ? new(match.Groups[1].Value, match.Groups[2].Value)
        : throw new CommandException($"\"{text}\" is not a token such as abcdef.0123456789abcdef; make one on a machine of the control plane: kctl token create");

    /// <summary>The name of a token's Secret, by the token or its first part.</summary>
    public static string NameOf(string text) => Prefix + (IdForm().IsMatch(text) ? text : Parse(text).Id);

    /// <summary>The Secret.</summary>
    public JsonObject ToSecret(DateTimeOffset? end, string? description)
    {
        var data = new JsonObject { ["token-id"] = Id, ["token-secret"] = Secret, ["usage-bootstrap-authentication"] = "true", ["usage-bootstrap-signing"] = "true", ["auth-extra-groups"] = Groups };
        if (end is { } time)
        {
            data["expiration"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        }

        if (description is not null)
        {
            data["description"] = description;
        }

        return new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Secret", ["metadata"] = new JsonObject { ["name"] = Prefix + Id, ["namespace"] = "kube-system" }, ["type"] = SecretType, ["stringData"] = data };
    }

    /// <summary>A field of a token's Secret.</summary>
    public static string Field(JsonObject secret, string key) => secret.Text("data", key) is { } text ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : "";

    /// <inheritdoc />
    public override string ToString() => $"{Id}.{Secret}";

    [GeneratedRegex(@"\A([a-z0-9]{6})\.([a-z0-9]{16})\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"\A[a-z0-9]{6}\z")]
    private static partial Regex IdForm();
}
