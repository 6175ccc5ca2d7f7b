namespace Kube.Api.Authentication.V1;

/// <summary>Who somebody is.</summary>
public sealed class UserInfo
{
    /// <summary>The name that distinguishes the user from all others.</summary>
    [ProtoField(1)]
    public string? Username { get; set; }

    /// <summary>Tells users apart that have had the same name over time.</summary>
    [ProtoField(2)]
    public string? Uid { get; set; }

    /// <summary>The groups the user is in.</summary>
    [ProtoField(3)]
    public List<string>? Groups { get; set; }

    /// <summary>What else whoever authenticated the user knows, as lists of values by name.</summary>
    [ProtoField(4)]
    public Dictionary<string, List<string>>? Extra { get; set; }
}
