using Kube.Api.Meta.V1;

namespace Kube.Api.Authentication.V1;

/// <summary>Asks for a token of a service account.</summary>
public sealed class TokenRequest : IKubeObject
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Standard metadata; the name is that of the service account.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>What the token should be good for.</summary>
    [ProtoField(2)]
    public TokenRequestSpec? Spec { get; set; }

    /// <summary>The token; set by the server.</summary>
    [ProtoField(3)]
    public TokenRequestStatus? Status { get; set; }
}
