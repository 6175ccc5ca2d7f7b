using Kube.Api.Core.V1;
using Kube.Api.Resources;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;
using Kube.ApiServer.Verbs;

namespace Kube.ApiServer.Subresources;

/// <summary>PUT of <c>namespaces/finalize</c>: replaces the finalizers of the spec; the namespace goes with the last of them.</summary>
internal sealed class FinalizeSubresource(ObjectAnswer answer)
{
    public async Task HandleAsync(ApiRequest request)
    {
        if (request.Info.Verb != "update")
        {
            throw Failure.MethodNotAllowed();
        }

        var info = request.View.Info;
        var given = (Namespace)request.Decode(await request.ReadBodyAsync(ObjectForm.Of(typeof(Namespace))), ObjectForm.Of(typeof(Namespace)), info.ApiVersion, info.Kind);
        var stored = await request.Store.UpdateAsync(null, request.Name, current =>
        {
            var ns = (Namespace)Kube.Api.ApiJson.Clone(current.Object);
            ns.Metadata!.ResourceVersion = given.Metadata?.ResourceVersion;
            ns.Spec = new NamespaceSpec { Finalizers = given.Spec?.Finalizers };
            return new(ns);
        }, UpdateTarget.Server, request.WriteOptions, request.Cancel);
        await answer.WriteAsync(request, stored);
    }
}
