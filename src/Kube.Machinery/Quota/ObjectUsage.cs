using Kube.Api;
using Kube.Api.Core.V1;

namespace Kube.Machinery.Quota;

/// <summary>
/// What one object uses of a quota, by resource name. Every kind is counted as <c>count/&lt;plural&gt;.&lt;group&gt;</c>, some core kinds by their plain name
/// too; pods, Services and claims use more than their number. Pure: the API server charges with it and the quota controller counts with it.
/// </summary>
public static class ObjectUsage
{
    private static readonly HashSet<string> s_plainNames = new(StringComparer.Ordinal)
    {
        ResourceName.Configmaps, ResourceName.Secrets, ResourceName.Replicationcontrollers, ResourceName.Resourcequotas,
    };

    /// <summary>The name under which objects of a kind are counted.</summary>
    public static string CountName(ResourceInfo kind) => "count/" + kind.GroupResource;

    /// <summary>Whether objects of a kind can use the resource of this name.</summary>
    public static bool Tracks(ResourceInfo kind, string name) => name == CountName(kind) || (kind.Group.Length == 0 && kind.Plural switch
    {
        "pods" => PodUsage.Tracks(name),
        "services" => ServiceUsage.Tracks(name),
        "persistentvolumeclaims" => ClaimUsage.Tracks(name),
        var plural => plural == name && s_plainNames.Contains(name),
    });

    /// <summary>Whether objects of a kind use more than their number, so that the whole object must be looked at.</summary>
    public static bool NeedsObject(ResourceInfo kind) => kind.Group.Length == 0 && kind.Plural is "pods" or "services" or "persistentvolumeclaims";

    /// <summary>What an object uses.</summary>
    public static Dictionary<string, Quantity> Of(ResourceInfo kind, IKubeObject? obj, DateTime now)
    {
        var usage = new Dictionary<string, Quantity>(StringComparer.Ordinal) { [CountName(kind)] = Quantity.FromLong(1) };
        if (kind.Group.Length == 0 && s_plainNames.Contains(kind.Plural))
        {
            usage[kind.Plural] = Quantity.FromLong(1);
        }

        return obj switch
        {
            Pod pod => usage.Plus(PodUsage.Of(pod, now)),
            Service service => usage.Plus(ServiceUsage.Of(service)),
            PersistentVolumeClaim claim => usage.Plus(ClaimUsage.Of(claim)),
            _ => usage,
        };
    }
}
