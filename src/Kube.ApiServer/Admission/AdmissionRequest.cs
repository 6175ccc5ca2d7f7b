using Kube.Api;
using Kube.Api.Resources;
using Kube.ApiServer.Authentication;

namespace Kube.ApiServer.Admission;

/// <summary>A write on its way to the store.</summary>
/// <param name="Operation">Create, update or delete.</param>
/// <param name="Resource">What is written.</param>
/// <param name="Subresource">Part of the object, null for the object itself.</param>
/// <param name="Namespace">Namespace, null for cluster-scoped objects.</param>
/// <param name="Name">Name; null for a create that generates one.</param>
/// <param name="Object">The object to be; plugins may change it. Null for a delete.</param>
/// <param name="Old">The object that was; null for a create.</param>
/// <param name="User">Who writes.</param>
internal sealed record AdmissionRequest(Operation Operation, Resource Resource, string? Subresource, string? Namespace, string? Name, IKubeObject? Object, IKubeObject? Old, UserInfo User);
