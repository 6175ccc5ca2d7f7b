using System.Text;
using Kube.Api;
using Kube.Api.Coordination.V1;
using Kube.Api.Meta.V1;
using Kube.Testing;

namespace Kube.Client.Tests.Leadership;

public sealed class LeaderElectorTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeServer _server = new();
    private readonly TaskCompletionSource _leads = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();

    [Fact]
    public async Task RunAsync_NoLease_CreatesItAndReleasesItOnStop()
    {
        var run = Elector().RunAsync(LeadAsync, _stop.Token);
        (await _server.NextAsync()).ReplyError(404, "NotFound");
        var create = await _server.NextAsync();
        Assert.Equal(HttpMethod.Post, create.Method);
        create.Reply(create.Body);
        await _leads.Task;

        await _stop.CancelAsync();
        (await _server.NextAsync()).Reply(Held("me", "2"));
        var release = await _server.NextAsync();
        Assert.Equal("", Read(release).Spec!.HolderIdentity);
        release.Reply(release.Body);
        await run;
    }

    [Fact]
    public async Task RunAsync_HeldByAnother_TakesOverOnlyAfterTheLeaseDurationWithoutRenewal()
    {
        var run = Elector().RunAsync(LeadAsync, _stop.Token);
        var read = await _server.NextAsync();
        var seen = _time.GetTimestamp();
        while (read.Method == HttpMethod.Get)
        {
            read.Reply(Held("other", "2"));
            read = await _server.NextAsync(_time);
        }

        var take = read;
        Assert.InRange(_time.GetElapsedTime(seen).TotalSeconds, 15, 30);
        Assert.Equal(("me", 1), (Read(take).Spec!.HolderIdentity, Read(take).Spec!.LeaseTransitions));
        take.Reply(Held("me", "3"));
        await _leads.Task;
        await StopAsync(run);
    }

    [Fact]
    public async Task RunAsync_CannotRenew_CancelsTheWorkAndCampaignsAgain()
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = Elector().RunAsync(
            async ct =>
            {
                await using var registration = ct.Register(cancelled.SetResult);
                await LeadAsync(ct);
            },
            _stop.Token);
        (await _server.NextAsync()).Reply(Held("", "1"));
        (await _server.NextAsync()).Reply(Held("me", "2"));
        await _leads.Task;
        var renewed = _time.GetTimestamp();
        while (!cancelled.Task.IsCompleted)
        {
            (await _server.NextAsync(_time)).Break();
        }

        Assert.InRange(_time.GetElapsedTime(renewed).TotalSeconds, 8, 20);
        (await _server.NextAsync(_time)).Reply(Held("other", "5"));
        await StopAsync(run);
    }

    private async Task StopAsync(Task run)
    {
        await _stop.CancelAsync();
        while (!run.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(3));
            await Task.Yield();
        }

        await run;
        _stop.Dispose();
    }

    private async Task LeadAsync(CancellationToken ct)
    {
        _leads.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, _time, ct);
    }

    private LeaderElector Elector() =>
        new(_server.Client(_time), new LeaderElectionOptions { Name = "lock", Identity = "me" }, time: _time, random: new Random(1));

    private static Lease Read(Exchange request) => ApiJson.Deserialize<Lease>(Encoding.UTF8.GetBytes(request.Body));

    private static string Held(string holder, string revision) => Encoding.UTF8.GetString(ApiJson.Serialize(new Lease
    {
        ApiVersion = "coordination.k8s.io/v1",
        Kind = "Lease",
        Metadata = new ObjectMeta { Name = "lock", Namespace = "kube-system", ResourceVersion = revision },
        Spec = new LeaseSpec { HolderIdentity = holder, LeaseDurationSeconds = 15, LeaseTransitions = 0 },
    }));
}
