using System.Net;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Allocation;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Microsoft.Extensions.Logging;
using EndpointPort = Kube.Api.Core.V1.EndpointPort;
using SlicePort = Kube.Api.Discovery.V1.EndpointPort;

namespace Kube.ApiServer.Startup;

/// <summary>
/// Keeps the Service <c>kubernetes</c> in <c>default</c>, by which pods find the API, and its Endpoints and EndpointSlice in line with the API servers
/// that are alive. A server that others cannot reach, because it listens on loopback, keeps the Service only.
/// </summary>
internal sealed partial class KubernetesService(ResourceRegistry registry, ServerAddresses servers, ApiServerOptions options, int port, ILogger<KubernetesService> logger)
{
    private const string Name = "kubernetes";
    private const string Space = "default";
    private const string PortName = "https";
    private const int ServicePort = 443;
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(10);

    /// <summary>Publishes every few seconds until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(s_interval, options.Clock);
        while (await timer.WaitForNextTickAsync(cancel))
        {
            try
            {
                await PublishAsync(cancel);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                LogFailed(error.Message);
            }
        }
    }

    /// <summary>One pass.</summary>
    public async Task PublishAsync(CancellationToken cancel)
    {
        await EnsureServiceAsync(cancel);
        if (!IPAddress.IsLoopback(options.AdvertiseAddress))
        {
            var alive = await servers.RenewAsync(cancel);
            await PutAsync(registry.Core("endpoints"), Endpoints(alive), cancel);
            await PutAsync(registry.Find("discovery.k8s.io", "v1", "endpointslices")!.Store, Slice(alive), cancel);
        }
    }

    /// <summary>Says that this server goes.</summary>
    public Task LeaveAsync(CancellationToken cancel) => servers.LeaveAsync(cancel);

    private async Task EnsureServiceAsync(CancellationToken cancel)
    {
        var store = registry.Core("services");
        if (store.Cached(store.Key(Space, Name)) is not null)
        {
            return;
        }

        var service = new Service
        {
            ApiVersion = Service.Info.ApiVersion,
            Kind = Service.Info.Kind,
            Metadata = new ObjectMeta { Name = Name, Labels = new() { ["component"] = "apiserver", ["provider"] = "kubernetes" } },
            Spec = new ServiceSpec
            {
                Type = ServiceType.ClusterIP,
                ClusterIP = AddressRange.Offset(options.ServiceClusterIPRange, 1).ToString(),
                Ports = [new() { Name = PortName, Port = ServicePort, Protocol = Protocol.TCP, TargetPort = port }],
                SessionAffinity = ServiceAffinity.None,
            },
        };
        try
        {
            await store.CreateAsync(service, Space, WriteOptions.Internal, cancel);
        }
        catch (ApiError error) when (error.Code == 409)
        {
            // Another API server was quicker.
        }
    }

    private Endpoints Endpoints(IReadOnlyList<string> alive) => new()
    {
        ApiVersion = Api.Core.V1.Endpoints.Info.ApiVersion,
        Kind = Api.Core.V1.Endpoints.Info.Kind,
        Metadata = new ObjectMeta { Name = Name, Namespace = Space, Labels = new() { ["endpointslice.kubernetes.io/skip-mirror"] = "true" } },
        Subsets = [new EndpointSubset
        {
            Addresses = [.. alive.Select(a => new EndpointAddress { Ip = a })],
            Ports = [new EndpointPort { Name = PortName, Port = port, Protocol = Protocol.TCP }],
        }],
    };

    private EndpointSlice Slice(IReadOnlyList<string> alive) => new()
    {
        ApiVersion = EndpointSlice.Info.ApiVersion,
        Kind = EndpointSlice.Info.Kind,
        Metadata = new ObjectMeta { Name = Name, Namespace = Space, Labels = new() { ["kubernetes.io/service-name"] = Name } },
        AddressType = "IPv4",
        Endpoints = [.. alive.Select(a => new Endpoint { Addresses = [a], Conditions = new EndpointConditions { Ready = true } })],
        Ports = [new SlicePort { Name = PortName, Port = port, Protocol = Protocol.TCP }],
    };

    /// <summary>Creates the object or makes it what it should be; nothing is written when it is already.</summary>
    private static async Task PutAsync(ResourceStore store, IKubeObject wanted, CancellationToken cancel)
    {
        try
        {
            await store.UpdateAsync(Space, Name, _ => new(wanted.Clone()), UpdateTarget.Object, WriteOptions.Internal, cancel);
        }
        catch (ApiError error) when (error.Code == 404)
        {
            await store.CreateAsync(wanted.Clone(), Space, WriteOptions.Internal, cancel);
        }
    }
}
