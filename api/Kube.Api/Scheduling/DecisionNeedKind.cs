namespace Kube.Api.Scheduling;

/// <summary>The kinds of things a node can lack for a pod.</summary>
public static class DecisionNeedKind
{
    /// <summary>An amount of a resource.</summary>
    public const string Resource = "Resource";

    /// <summary>A taint the pod does not tolerate.</summary>
    public const string Taint = "Taint";

    /// <summary>A label that the pod's node selector or affinity asks for.</summary>
    public const string Label = "Label";

    /// <summary>A port of the node that another pod has.</summary>
    public const string Port = "Port";

    /// <summary>The node is cordoned.</summary>
    public const string Cordon = "Cordon";

    /// <summary>The pod names another node.</summary>
    public const string NodeName = "NodeName";

    /// <summary>The pod would make the topology's places too unequal.</summary>
    public const string Spread = "Spread";

    /// <summary>A pod that this one wants to be near is not there.</summary>
    public const string Company = "Company";

    /// <summary>A pod that this one, or that itself, wants to be away from is there.</summary>
    public const string Distance = "Distance";
}
