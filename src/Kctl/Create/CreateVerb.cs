using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;

namespace Kctl.Create;

/// <summary><c>kctl create</c>: from files, or one of a few kinds from flags.</summary>
internal static class CreateVerb
{
    public static Command Create(Session session)
    {
        var files = new ManifestFlags();
        var common = new CreateFlags();
        var verb = new Verb(
            "create", "Creates objects from files, or of the usual kinds from flags.",
            "kctl create -f examples/two-tier.yaml", "kctl create namespace shop", "kctl create configmap colours --from-literal=sky=blue --from-file=notes.txt",
            "kctl create secret generic db --from-literal=password=change-me", "kctl create deployment web --image=kube.local/echo:1 --replicas=3 --port=8080")
            .With(files.All).With(common.DryRun, common.Output, common.Validate, common.SaveConfig, common.Manager,
                Generators.Namespace(session), Generators.ConfigMap(session), SecretGenerators.Secret(session), Generators.ServiceAccount(session), TokenGenerator.Token(session),
                Generators.Deployment(session), BatchGenerators.Job(session), BatchGenerators.CronJob(session), ServiceGenerators.Service(session), ServiceGenerators.Ingress(session),
                RbacGenerators.Role(session), RbacGenerators.RoleBinding(session), RbacGenerators.ClusterRole(session), RbacGenerators.ClusterRoleBinding(session),
                PolicyGenerators.Quota(session), PolicyGenerators.DisruptionBudget(session), PolicyGenerators.PriorityClass(session));
        return verb.Does(async (parse, ct) =>
        {
            if (!files.AreGiven(parse))
            {
                throw new CommandException("must specify what to create: -f FILE, or a kind, as in kctl create namespace NAME");
            }

            var creator = common.Creator(session, parse);
            var manifests = files.Read(session, parse, "create");
            var result = await EachManifest.DoAsync(session, manifests, "creating", async manifest =>
            {
                var type = await manifest.TypeAsync(session, ct);
                var ns = manifest.PlaceIn(session, type);
                await creator.CreateAsync(type, ns, manifest.Object, ct);
            });
            creator.Finish();
            return result;
        });
    }
}

/// <summary>The flags every creating verb has.</summary>
internal sealed class CreateFlags
{
    public Option<string?> DryRun { get; } = Flags.DryRun();

    public Option<string?> Output { get; } = Flags.Output();

    public Option<string?> Validate { get; } = Flags.Named("--validate", "strict|warn|ignore", "what to do about unknown and duplicate fields; strict if not given");

    public Option<bool> SaveConfig { get; } = Flags.Switch("--save-config", "remember the object for a later apply");

    public Option<string?> Manager { get; } = Flags.Named("--field-manager", "NAME", "who creates, for the ownership of fields");

    public Symbol[] All => [DryRun, Output, Validate, SaveConfig, Manager];

    public Creator Creator(Session session, ParseResult parse)
    {
        var dryRun = DryRuns.Parse(parse.GetValue(DryRun));
        return new Creator(session, dryRun, new Report(session, parse.GetValue(Output), dryRun), Validations.Parse(parse.GetValue(Validate)))
        {
            SaveConfig = parse.GetValue(SaveConfig),
            Manager = parse.GetValue(Manager),
        };
    }
}

/// <summary>Sends new objects to the server and reports them.</summary>
internal sealed class Creator(Session session, DryRun dryRun, Report report, string validation)
{
    private static readonly string[] s_global = ["Namespace", "ClusterRole", "ClusterRoleBinding", "PriorityClass"];

    /// <summary>Whether what is created is remembered in it for a later apply.</summary>
    public bool SaveConfig { get; init; }

    /// <summary>The field manager the user named.</summary>
    public string? Manager { get; init; }

    /// <summary>Creates an object of a kind the server serves.</summary>
    public async Task<JsonObject> CreateAsync(ResourceType type, string? ns, JsonObject obj, CancellationToken ct, string done = "created", string manager = "kubectl-create")
    {
        var result = SaveConfig ? LastApplied.Write(obj) : obj;
        if (dryRun != DryRun.Client)
        {
            var path = QueryText.With(type.CollectionPath(ns), ("fieldManager", Manager ?? manager), ("fieldValidation", validation), ("dryRun", dryRun.Query()));
            result = await session.Api.SendAsync(HttpMethod.Post, path, result, RestApi.Json, ct);
        }

        report.Done(result, done);
        return result;
    }

    /// <summary>Creates an object that says what it is; a client-side dry run needs no server.</summary>
    public async Task CreateAsync(JsonObject obj, CancellationToken ct, string done = "created", string manager = "kubectl-create")
    {
        if (dryRun == DryRun.Client)
        {
            report.Done(SaveConfig ? LastApplied.Write(Placed(obj)) : Placed(obj), done);
            return;
        }

        var manifest = new Manifest(obj, "", 1, 1);
        var type = await session.Names.FindKindAsync(manifest.ApiVersion, manifest.Kind, ct) ?? throw new CommandException($"the server has no {manifest.Kind} in {manifest.ApiVersion}");
        await CreateAsync(type, manifest.PlaceIn(session, type), obj, ct, done, manager);
    }

    /// <summary>As kubectl prints it: the namespace stands in the object only where the user named one.</summary>
    private JsonObject Placed(JsonObject obj)
    {
        if (session.ExplicitNamespace is { } named && !s_global.Contains(obj.Text("kind") ?? ""))
        {
            obj["metadata"]!["namespace"] = named;
        }

        return obj;
    }

    public void Finish() => report.Finish();
}
