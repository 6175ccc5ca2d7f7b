using Kube.Api;
using Kube.Api.Resources;
using Kube.ApiServer.Authentication;
using Kube.ApiServer.Registry;

namespace Kube.ApiServer.Admission;

/// <summary>A write on its way to the store.</summary>
/// <param name="Operation">Create, update or delete.</param>
/// <param name="Resource">What is written.</param>
/// <param name="Namespace">Namespace, null for cluster-scoped objects.</param>
/// <param name="Name">Name; null for a create that generates one.</param>
/// <param name="Object">The object to be; plugins may change it. Null for a delete.</param>
/// <param name="Old">The object that was; null for a create.</param>
/// <param name="Options">What the write asks for beside the object.</param>
internal sealed record AdmissionRequest(Operation Operation, Resource Resource, string? Namespace, string? Name, IKubeObject? Object, IKubeObject? Old, WriteOptions Options)
{
    /// <summary>Part of the object, null for the object itself.</summary>
    public string? Subresource => Options.Subresource;

    /// <summary>Who writes.</summary>
    public UserInfo User => Options.User;

    /// <summary>True when nothing will be written: a plugin must not leave a trace either.</summary>
    public bool DryRun => Options.DryRun;

    /// <summary>Tells the client something that does not stop its request; the same text is told once.</summary>
    public void Warn(string text) => Options.Warn?.Invoke(text);
}
