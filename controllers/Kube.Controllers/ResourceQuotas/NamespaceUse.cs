using Kube.Api.Core.V1;

namespace Kube.Controllers.ResourceQuotas;

/// <summary>What a namespace holds, as far as a quota asks.</summary>
/// <param name="Pods">Its pods.</param>
/// <param name="Services">Its Services.</param>
/// <param name="Claims">Its PersistentVolumeClaims.</param>
/// <param name="Counts">How many objects there are of other kinds, by <c>plural.group</c>.</param>
internal sealed record NamespaceUse(IReadOnlyList<Pod> Pods, IReadOnlyList<Service> Services, IReadOnlyList<PersistentVolumeClaim> Claims, IReadOnlyDictionary<string, int> Counts);
