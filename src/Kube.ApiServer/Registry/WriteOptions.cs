using Kube.Api.Resources;
using Kube.ApiServer.Authentication;
using Kube.ApiServer.Codec;
using Kube.Machinery.Apply;

namespace Kube.ApiServer.Registry;

/// <summary>What a write asks for beside the object.</summary>
/// <param name="User">Who writes.</param>
/// <param name="DryRun">Everything but the write itself.</param>
/// <param name="Subresource">The part written, null for the object itself.</param>
/// <param name="View">The resource as the client sees it; null where that is what is stored.</param>
/// <param name="Manager">Who owns the fields written, where the object's fields have owners; null for the server's own writes. An applier has settled the owners already.</param>
/// <param name="Warn">Where warnings for the client go; null where nobody reads them.</param>
internal sealed record WriteOptions(UserInfo User, bool DryRun = false, string? Subresource = null, Resource? View = null, FieldManager? Manager = null, Action<string>? Warn = null)
{
    /// <summary>The server's own writes.</summary>
    public static WriteOptions Internal { get; } = new(UserInfo.Server);
}
