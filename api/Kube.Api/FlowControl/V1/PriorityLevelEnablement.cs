namespace Kube.Api.FlowControl.V1;

/// <summary>Whether requests of a level may have to wait.</summary>
public static class PriorityLevelEnablement
{
    /// <summary>Never.</summary>
    public const string Exempt = "Exempt";

    /// <summary>When the level's share is in use.</summary>
    public const string Limited = "Limited";
}
