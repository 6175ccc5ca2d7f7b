namespace Kube.Api.Authentication.V1;

/// <summary>What a token should be good for.</summary>
public sealed class TokenRequestSpec
{
    /// <summary>Who may accept the token; whoever checks it must find itself here. The API server itself when there are none.</summary>
    [ProtoField(1)]
    public List<string>? Audiences { get; set; }

    /// <summary>How long the token should be good, in seconds, at least 600; 3600 unless given. The server may answer with another lifetime.</summary>
    [ProtoField(4, IsPointer = true)]
    public long? ExpirationSeconds { get; set; }

    /// <summary>An object the token is to live with; the token is refused once that object is gone.</summary>
    [ProtoField(3, IsPointer = true)]
    public BoundObjectReference? BoundObjectRef { get; set; }
}
