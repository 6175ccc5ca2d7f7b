using Kube.Api.Apps.V1;

namespace Kube.Controllers.Deployments;

/// <summary>A decision: this ReplicaSet is to have so many replicas.</summary>
internal readonly record struct Resize(ReplicaSet Set, int Replicas);
