using Kube.Api.Core.V1;
using Kube.Machinery.Selectors;

namespace Kube.Scheduler.Framework;

/// <summary>What rules want to know beyond nodes and pods; answered from the informers' caches.</summary>
internal interface IClusterFacts
{
    /// <summary>The labels of a namespace; null when it is not known.</summary>
    IReadOnlyDictionary<string, string>? NamespaceLabels(string name);

    /// <summary>Selects the pods that stand beside this one: those of its Services and its ReplicaSet. Null when it stands alone.</summary>
    Selector? SiblingsOf(Pod pod);
}
