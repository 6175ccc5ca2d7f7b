using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;
using Kube.Machinery.Patch;

namespace Kctl.Edit;

/// <summary>Sends changes of objects as patches, or with <c>--local</c> and a client-side dry run only shows them.</summary>
internal sealed class ObjectChange(Session session, DryRun dryRun, Report report, string manager, bool local = false)
{
    private bool IsOnlyShown => local || dryRun == DryRun.Client;

    /// <summary>The patch between two states of an object: strategic where the kind's merge rules are known; null when nothing differs. Pure.</summary>
    public static ApplyPlan? Between(JsonObject before, JsonObject after)
    {
        var schema = WireTypes.Find(before.Text("apiVersion") ?? "", before.Text("kind") ?? "");
        var plan = schema is null
            ? new ApplyPlan(ThreeWayPatch.CreateTwoWay(before, after), ApplyPlan.Merge)
            : new ApplyPlan(ThreeWayPatch.CreateTwoWay(before, after, schema), ApplyPlan.Strategic);
        return plan.IsEmpty ? null : plan;
    }

    /// <summary>Brings an object into a new state and reports it; false when it is in that state already.</summary>
    public async Task<bool> BringAsync(Found found, JsonObject wanted, string done, CancellationToken ct)
    {
        if (Between(found.Object, wanted) is not { } plan)
        {
            return false;
        }

        report.Done(IsOnlyShown ? wanted : await SendAsync(found, plan, ct), done);
        return true;
    }

    private Task<JsonObject> SendAsync(Found found, ApplyPlan plan, CancellationToken ct) =>
        session.Api.SendAsync(HttpMethod.Patch, QueryText.With(found.Path(), ("fieldManager", manager), ("dryRun", dryRun.Query())), plan.Patch, plan.ContentType, ct);
}

/// <summary>The flags every changing verb has.</summary>
internal sealed class ChangeFlags(string manager)
{
    private readonly Option<string?> _dryRun = Flags.DryRun();
    private readonly Option<string?> _output = Flags.Output();
    private readonly Option<string?> _manager = Flags.Named("--field-manager", "NAME", "who changes, for the ownership of fields");

    public Symbol[] All => [_dryRun, _output, _manager];

    public DryRun DryRun(ParseResult parse) => DryRuns.Parse(parse.GetValue(_dryRun));

    public string Manager(ParseResult parse) => parse.GetValue(_manager) is { Length: > 0 } named ? named : manager;

    public Report Report(Session session, ParseResult parse) => new(session, parse.GetValue(_output), DryRun(parse));

    /// <summary>The changes, and the report to finish once all are done.</summary>
    public (ObjectChange Change, Report Report) Begin(Session session, ParseResult parse, bool local = false)
    {
        var report = Report(session, parse);
        return (new ObjectChange(session, DryRun(parse), report, Manager(parse), local), report);
    }
}
