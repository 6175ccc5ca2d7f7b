namespace Kube.Api.Authorization.V1;

/// <summary>Something a user may do on paths that are no resource.</summary>
public sealed class NonResourceRule
{
    /// <summary>HTTP methods in lower case; * is all of them.</summary>
    [Required, ProtoField(1)]
    public List<string>? Verbs { get; set; }

    /// <summary>Paths; one that ends in * stands for all that begin with it.</summary>
    [ProtoField(2)]
    public List<string>? NonResourceURLs { get; set; }
}
